package dev.photofinish.explorer.document;

import java.util.List;

/**
 * What an answer shows of documents.
 *
 * @param documents those that it holds, or of which it says that they were inserted
 * @param nothing whether it says that there was none
 * @param inserted how many it says were added
 */
public record Seen(List<Traits> documents, boolean nothing, long inserted) {

    /** It shows none, and there may be some. */
    public static final Seen UNKNOWN = new Seen(List.of(), false, 0);

    public Seen {
        documents = List.copyOf(documents);
    }
}
