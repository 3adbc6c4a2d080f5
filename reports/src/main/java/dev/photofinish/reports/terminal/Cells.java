package dev.photofinish.reports.terminal;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Text measured in the cells of a terminal, in which a Chinese character takes two and an accent none. */
final class Cells {

    private Cells() {}

    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** The text in exactly that many cells: cut with an ellipsis where it is longer, filled with spaces where shorter. */
    static String fit(String text, int cells) {
        String cut = cut(text, cells);
        return cut + " ".repeat(cells - width(cut));
    }

    /** The same with the spaces first. */
    static String fitRight(String text, int cells) {
        String cut = cut(text, cells);
        return " ".repeat(cells - width(cut)) + cut;
    }

    /** The text in lines of at most that many cells, broken at spaces where there are any. */
    static List<String> wrap(String text, int cells) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > cells) {
            int hard = charsWithin(rest, cells);
            int space = rest.lastIndexOf(' ', hard);
            int end = space > 0 ? space : hard;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static String cut(String text, int cells) {
        return width(text) <= cells ? text : text.substring(0, charsWithin(text, cells - 1)) + "…";
    }

    /** How many chars of the text fit, at least one character. */
    private static int charsWithin(String text, int cells) {
        int chars = Character.charCount(text.codePointAt(0));
        int used = width(text.codePointAt(0));
        while (chars < text.length() && used + width(text.codePointAt(chars)) <= cells) {
            used += width(text.codePointAt(chars));
            chars += Character.charCount(text.codePointAt(chars));
        }
        return chars;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** East Asian Wide and emoji, as far as names and answers contain them (Unicode Annex 11). */
    private static boolean isWide(int c) {
        boolean fullWidthForm = c >= 0xFF01 && c <= 0xFF60;
        boolean cjkPunctuation = c >= 0x3000 && c <= 0x303E;
        boolean emoji = c >= 0x1F300 && c <= 0x1FAFF;
        return fullWidthForm
                || cjkPunctuation
                || emoji
                || switch (UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }
}
