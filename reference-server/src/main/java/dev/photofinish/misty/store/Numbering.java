package dev.photofinish.misty.store;

import org.bson.Document;

/**
 * How a document that the {@link Outbox} inserts gets its running number.
 *
 * @param sequence the sequence of {@link Numbers}
 * @param format of the number, for {@link String#format}, such as {@code INV-%04d}
 * @param base the field of the inserted document with the number alone; the changed document keeps it too, among the outbox's
 *     own fields, so that its later entries go on with the same number
 * @param field the field of the inserted document with number and suffix
 * @param suffix what tells apart the documents of one number; may be empty
 */
public record Numbering(String sequence, String format, String base, String field, String suffix) {

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
                .append("kept_in", base)
                .append("field", field)
                .append("suffix", suffix);
    }

    /** Writes the number into the document that is to be inserted. */
    void fill(Document document, String number) {
        document.append(base, number).append(field, number + suffix);
    }
}
