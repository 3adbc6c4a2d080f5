package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.http.Release;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How a scenario is raced.
 *
 * @param rounds at least one
 * @param sweep the largest offset between the first contender's release and the others', before and after it
 * @param seed every random choice comes from it
 * @param run marks the data of this run; part of every {@code {{unique}}}
 * @param label what tables call the deployment
 * @param expected violated, if the deployment is racy on purpose
 * @param replay the command that runs a round again, by scenario and number
 */
public record RaceSettings(
        int rounds,
        Release release,
        Optional<Duration> sweep,
        long seed,
        String run,
        String label,
        Optional<Verdict> expected,
        BiFunction<String, Integer, String> replay) {

    public RaceSettings {
        if (rounds < 1) {
            throw new IllegalArgumentException("A race needs at least one round; " + rounds + " were asked for.");
        }
    }

    /** For a deployment that is meant to be right. */
    public RaceSettings(
            int rounds,
            Release release,
            Optional<Duration> sweep,
            long seed,
            String run,
            String label,
            BiFunction<String, Integer, String> replay) {
        this(rounds, release, sweep, seed, run, label, Optional.empty(), replay);
    }
}
