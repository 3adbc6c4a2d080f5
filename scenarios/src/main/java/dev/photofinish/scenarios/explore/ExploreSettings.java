package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.reports.Unsafe;
import dev.photofinish.reports.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How scenarios are explored.
 *
 * @param settle how long to wait for what the application may still do after an answer, where nothing is known about that yet
 * @param unsafe what two commands mean that are known to be unsafe, and were not caught at it
 * @param run marks the data of this run; part of every {@code {{unique}}}
 * @param label what tables call the deployment
 * @param expected violated, if the deployment is racy on purpose
 * @param replay the command that runs a schedule again, by scenario and schedule
 */
public record ExploreSettings(
        Strategy strategy,
        SearchSettings search,
        Fresh fresh,
        Duration settle,
        Unsafe.Counts unsafe,
        String run,
        String label,
        Optional<Verdict> expected,
        BiFunction<String, String, String> replay) {

    /** Where unsafe commands that were not caught are no finding. */
    public ExploreSettings(
            Strategy strategy,
            SearchSettings search,
            Fresh fresh,
            Duration settle,
            String run,
            String label,
            Optional<Verdict> expected,
            BiFunction<String, String, String> replay) {
        this(strategy, search, fresh, settle, Unsafe.Counts.AS_DOUBT, run, label, expected, replay);
    }
}
