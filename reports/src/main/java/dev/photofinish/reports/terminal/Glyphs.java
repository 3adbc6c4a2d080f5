package dev.photofinish.reports.terminal;

import java.util.Map;

/** Which characters the terminal can show. */
public enum Glyphs {
    UNICODE {
        @Override
        int shown(int c) {
            return c;
        }
    },
    /** For terminals whose encoding is not known to be UTF-8: the few signs that reports use have a stand-in, others a '?'. */
    ASCII {
        @Override
        int shown(int c) {
            return c < 0x80 ? c : STAND_INS.getOrDefault(c, (int) '?');
        }
    };

    private static final Map<Integer, Integer> STAND_INS = Map.of(
            (int) 'µ', (int) 'u',
            (int) '–', (int) '-',
            (int) '…', (int) '~',
            (int) '─', (int) '-',
            (int) '→', (int) '>',
            (int) '×', (int) 'x');

    abstract int shown(int c);

    /**
     * The text in one line as this terminal shows it. Control characters are replaced whatever the terminal: an answer of
     * the deployment could otherwise move the cursor, change the title or turn the direction of writing.
     */
    String show(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(this::harmless).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private int harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> Character.isWhitespace(c) ? ' ' : '?';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '?';
            default -> shown(c);
        };
    }
}
