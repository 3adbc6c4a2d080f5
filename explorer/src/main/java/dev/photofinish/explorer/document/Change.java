package dev.photofinish.explorer.document;

import java.util.List;

/**
 * One statement of a command that writes.
 *
 * @param namespace what holds the documents, such as {@code database.collection}
 * @param demands of the documents that it changes; none for an insert
 * @param inserted the documents that it brings
 * @param edits what an update does, path by path; of a replacement, what is then there
 */
public record Change(String namespace, Kind kind, Demands demands, List<Traits> inserted, List<Edit> edits) {

    public Change {
        inserted = List.copyOf(inserted);
        edits = List.copyOf(edits);
    }

    /** What it does to documents. */
    public enum Kind {
        INSERT,
        UPDATE,
        /** All of a document is what somebody says, whatever it was. */
        REPLACE,
        DELETE,
        /** Nobody knows. */
        OTHER
    }
}
