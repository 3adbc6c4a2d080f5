package dev.photofinish.reports.terminal;

/**
 * How the terminal at hand is written to.
 *
 * @param columns how wide it is, at least {@link #NARROWEST}
 */
public record Style(Palette palette, Glyphs glyphs, int columns) {

    /** What every table fits into. */
    public static final int NARROWEST = 80;

    /** For a file, a pipe or a terminal of which nothing is known. */
    public static final Style PLAIN = new Style(Palette.NONE, Glyphs.ASCII, NARROWEST);

    public Style {
        if (columns < NARROWEST) {
            columns = NARROWEST;
        }
    }
}
