package dev.photofinish.reports.terminal;

import dev.photofinish.reports.Verdict;
import java.util.regex.Pattern;

/** A text being laid out for one terminal: rows of cells and wrapped paragraphs. */
final class Sheet {

    private static final String GAP = "  ";
    private static final char NO_BREAK = '\u00a0';
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(?<=\\d) (?=(%|µs|ms|s)(\\W|$))");

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    Sheet(Style style) {
        this.style = style;
    }

    int columns() {
        return style.columns();
    }

    /** A cell of a row, filled on the right. */
    String left(String content, int cells) {
        return show(Cells.fit(clean(content), cells));
    }

    /** A cell of a row, filled on the left. */
    String right(String content, int cells) {
        return show(Cells.fitRight(clean(content), cells));
    }

    String verdict(Verdict verdict, int cells) {
        return style.palette().verdict(left(word(verdict), cells), verdict);
    }

    /** A cell, already fitted, in the colour of a verdict. */
    String painted(String cell, Verdict verdict) {
        return style.palette().verdict(cell, verdict);
    }

    String strong(String cell) {
        return style.palette().strong(cell);
    }

    String faint(String cell) {
        return style.palette().faint(cell);
    }

    /** A line of cells, already fitted. */
    Sheet row(String... cells) {
        text.append(String.join(GAP, cells).stripTrailing()).append('\n');
        return this;
    }

    Sheet rule() {
        return row(faint(show("─".repeat(columns()))));
    }

    /** Text that may need many lines, each of them indented; what is indented in it already stays so, and its rest too. */
    Sheet paragraph(String content, int indent) {
        String inner = content.stripLeading();
        int own = indent + content.length() - inner.length();
        int hanging = own;
        for (String line : Cells.wrap(withUnitsAttached(clean(inner)), columns() - own - 2)) {
            row(" ".repeat(hanging) + show(line.replace(NO_BREAK, ' ')));
            hanging = own + 2;
        }
        return this;
    }

    /** A command to copy: never wrapped, since a break in it would be copied too. */
    Sheet command(String label, String command) {
        return row("  " + label).row("    " + show(clean(command)));
    }

    Sheet blank() {
        text.append('\n');
        return this;
    }

    /** Violated is shouted, so that it is found without colour. */
    private static String word(Verdict verdict) {
        return verdict == Verdict.VIOLATED ? "VIOLATED" : verdict.word();
    }

    private static String withUnitsAttached(String content) {
        return NUMBER_AND_UNIT.matcher(content).replaceAll(String.valueOf(NO_BREAK));
    }

    private String clean(String content) {
        return Glyphs.UNICODE.show(content);
    }

    private String show(String cleaned) {
        return style.glyphs().show(cleaned);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
