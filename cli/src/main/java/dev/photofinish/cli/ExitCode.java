package dev.photofinish.cli;

import dev.photofinish.reports.Verdict;

/** What the shell is told. */
enum ExitCode {
    HELD(0),
    VIOLATED(1),
    /** Wrong usage, or a file that is wrong. */
    USAGE(2),
    /** The deployment could not be reached, or too many rounds could not be judged. */
    INCONCLUSIVE(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case HELD -> HELD;
            case VIOLATED -> VIOLATED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
