package dev.photofinish.explorer.document;

/**
 * What a command looks at.
 *
 * @param namespace what holds the documents, such as {@code database.collection}
 */
public record Look(String namespace, Demands demands) {}
