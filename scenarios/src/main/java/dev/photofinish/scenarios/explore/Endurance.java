package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.attribution.Strain;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What contenders went through and were answered all the same. Who fails after more than that may have failed for that: an
 * application has time-outs of its own, and nobody held its commands where they were set. For the explorer's thread.
 */
final class Endurance {

    /** No application gives up so soon. */
    private static final Duration SHORT = Duration.ofMillis(100);

    private final Supplier<Map<String, Strain>> strains;
    private final Map<String, Strain> borne = new HashMap<>();

    /** @param strains of the execution that is judged, by contender */
    Endurance(Supplier<Map<String, Strain>> strains) {
        this.strains = strains;
    }

    /** It was answered. */
    void bears(String contender) {
        Strain now = strain(contender);
        borne.merge(
                contender,
                now,
                (some, more) -> new Strain(
                        longer(some.held(), more.held()), longer(some.waited(), more.waited()), Duration.ZERO));
    }

    /** That all had waited for each other when it failed, if they had: no command of theirs was held. */
    Optional<String> deadlock(String contender) {
        Duration standstill = strain(contender).standstill();
        return standstill.isPositive()
                ? Optional.of(
                        ("Before that nobody had done anything in the application for %d ms, though no command was held: they waited"
                                        + " for each other, as for locks that are taken in opposite orders. It is a deadlock, which a"
                                        + " time-out ended.")
                                .formatted(standstill.toMillis()))
                : Optional.empty();
    }

    /** Why its failure proves nothing, if it does not. */
    Optional<String> excuse(String contender) {
        Strain now = strain(contender);
        Strain before = borne.getOrDefault(contender, Strain.NONE);
        if (isMore(now.held(), before.held())) {
            return Optional.of(
                    sentence(contender, "its commands had been held at the gate for %d ms in all", now.held()));
        }
        return isMore(now.waited(), before.waited())
                ? Optional.of(sentence(
                        contender,
                        "it had done nothing for %d ms while the gate held another's command, as if it waited for that one",
                        now.waited()))
                : Optional.empty();
    }

    /** A busy machine may always hold somebody a little longer than before. */
    private static boolean isMore(Duration now, Duration before) {
        return now.compareTo(SHORT) >= 0 && now.compareTo(before.plus(before.dividedBy(2))) > 0;
    }

    private Strain strain(String contender) {
        return strains.get().getOrDefault(contender, Strain.NONE);
    }

    private static Duration longer(Duration some, Duration other) {
        return some.compareTo(other) >= 0 ? some : other;
    }

    private static String sentence(String contender, String what, Duration length) {
        return ("%s failed after " + what
                        + ", longer than it is known to bear: the application may have a time-out of its own,"
                        + " or a proxy before it, and whether it would have failed otherwise cannot be told. Give it a longer"
                        + " time-out while it is explored.")
                .formatted(contender, length.toMillis());
    }
}
