package dev.photofinish.explorer.data;

/**
 * How much of a collection may be kept in memory and put back thousands of times.
 *
 * @param seconds how long each command to put it back may take
 */
record Bound(int documents, long bytes, long seconds) {

    static final Bound DEFAULT = new Bound(100_000, 64L << 20, 10);

    boolean exceededBy(int count, long size) {
        return count > documents || size > bytes;
    }

    @Override
    public String toString() {
        return documents + " documents or " + (bytes >> 20) + " MB";
    }
}
