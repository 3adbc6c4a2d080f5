package dev.photofinish.explorer.data;

/**
 * What came of putting one collection back.
 *
 * @param image what there is to be put back from now on: the same documents, perhaps in another natural order
 * @param account whose doing it was that it was not as it had been
 * @param written whether anything had to be written
 */
record Repaired(CollectionImage image, Account account, boolean written) {}
