package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether a race ends before all its rounds, and why. For the race's own thread. */
final class EarlyEnd {

    /** So many rounds without a verdict, one after the other, mean that the deployment is gone; more would say no more. */
    private static final int HOPELESS = 10;

    private final int asked;
    private final BooleanSupplier stop;
    private int run;
    private int withoutVerdict;
    private Optional<String> sentence = Optional.empty();

    /** @param asked how many rounds were asked for */
    EarlyEnd(int asked, BooleanSupplier stop) {
        this.asked = asked;
        this.stop = stop;
    }

    /** Asked before each round that is left. */
    boolean comes() {
        if (stop.getAsBoolean()) {
            sentence = Optional.of(after("Stopped") + ".");
        } else if (withoutVerdict == HOPELESS) {
            sentence = Optional.of(after("Given up") + ": the last " + HOPELESS + " had no verdict.");
        }
        return sentence.isPresent();
    }

    void ran(Verdict verdict) {
        run++;
        withoutVerdict = verdict == Verdict.INCONCLUSIVE ? withoutVerdict + 1 : 0;
    }

    /** That it came, if it did; and that nobody knows how it would have gone on if the last rounds had no verdict. */
    Optional<String> sentence() {
        return sentence;
    }

    /** The deployment may have gone in the middle of the last rounds; of those before them as much is known as ever. */
    Optional<String> silence() {
        return sentence.isPresent() || withoutVerdict == 0
                ? Optional.empty()
                : Optional.of(
                        withoutVerdict == 1
                                ? "The last round had no verdict: nobody knows whether the deployment outlived the"
                                        + " collisions."
                                : "The last %,d rounds had no verdict: nobody knows whether the deployment outlived the collisions."
                                        .formatted(withoutVerdict));
    }

    private String after(String verb) {
        return String.format(Locale.ROOT, "%s after %,d of %,d rounds", verb, run, asked);
    }
}
