package dev.photofinish.reports;

import dev.photofinish.reports.statistics.Proportion;
import java.util.Optional;

/** How many rounds ended with each verdict. */
public record Tally(int held, int violated, int inconclusive) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally {
        if (held < 0 || violated < 0 || inconclusive < 0) {
            throw new IllegalArgumentException(
                    "Rounds cannot be fewer than none: %d held, %d violated, %d inconclusive."
                            .formatted(held, violated, inconclusive));
        }
    }

    public int rounds() {
        return held + violated + inconclusive;
    }

    /** The rounds that say something about the application. */
    public int judged() {
        return held + violated;
    }

    /** The violated share of the judged rounds, with its confidence interval; empty if none was judged. */
    public Optional<Proportion> violationRate() {
        return judged() == 0 ? Optional.empty() : Optional.of(new Proportion(violated, judged()));
    }

    public Tally plus(Verdict verdict) {
        return switch (verdict) {
            case HELD -> new Tally(held + 1, violated, inconclusive);
            case VIOLATED -> new Tally(held, violated + 1, inconclusive);
            case INCONCLUSIVE -> new Tally(held, violated, inconclusive + 1);
        };
    }
}
