package dev.photofinish.scenarios.yaml;

import java.util.Comparator;

/** A place in a file. Lines and columns count from 1; line 0 means the file as a whole. */
public record Location(String file, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> READING_ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    public static Location ofFile(String file) {
        return new Location(file, 0, 0);
    }

    /** {@code misty.yaml:12:5}, as editors and terminals understand it. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Location other) {
        return READING_ORDER.compare(this, other);
    }
}
