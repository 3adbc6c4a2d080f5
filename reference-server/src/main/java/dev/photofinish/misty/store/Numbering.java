package dev.photofinish.misty.store;

import org.bson.Document;

/**
 * How a document that the {@link Outbox} inserts gets its running number.
 *
 * @param sequence the sequence of {@link Numbers}
 * @param format of the number, for {@link String#format}, such as {@code INV-%04d}
 * @param keptIn the field that keeps the number in the changed document, and has it in the inserted one too; later entries
 *     of the same document go on with the same number
 * @param field the field of the inserted document with number and suffix
 * @param suffix what tells apart the documents of one number; may be empty
 */
public record Numbering(String sequence, String format, String keptIn, String field, String suffix) {

    static Numbering of(Document stored) {
        return new Numbering(
                stored.getString("sequence"),
                stored.getString("format"),
                stored.getString("kept_in"),
                stored.getString("field"),
                stored.getString("suffix"));
    }

    Document asDocument() {
        return new Document("sequence", sequence)
                .append("format", format)
                .append("kept_in", keptIn)
                .append("field", field)
                .append("suffix", suffix);
    }

    /** Writes the number into the document that is to be inserted. */
    void fill(Document document, String number) {
        document.append(keptIn, number).append(field, number + suffix);
    }
}
