package dev.photofinish.reports;

import java.util.Locale;

/** What one round, or many of them, showed. Inconclusive never counts as held. */
public enum Verdict {
    HELD(0),
    INCONCLUSIVE(3),
    VIOLATED(1);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The word for it in every report: {@code held}, {@code violated} or {@code inconclusive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a command that ends with this verdict exits with: 0 held, 1 violated, 3 no verdict could be reached, the same
     * as for a deployment that could not be reached. 2 is left for a question that made no sense.
     */
    public int exitCode() {
        return exitCode;
    }
}
