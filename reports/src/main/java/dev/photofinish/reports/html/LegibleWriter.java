package dev.photofinish.reports.html;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Replaces what escaping leaves as it is and nobody can see: control characters, and marks that turn the direction of
 * everything after them, so that an answer cannot garble the sentence around it (Unicode Technical Report 36, 3.3).
 */
final class LegibleWriter extends FilterWriter {

    private static final char REPLACEMENT = '\uFFFD';

    LegibleWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        out.write(legible((char) c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }

    private static char legible(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turnsDirection = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return control || turnsDirection ? REPLACEMENT : c;
    }
}
