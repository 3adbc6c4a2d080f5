package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is decided before a round begins.
 *
 * @param number counted from 1
 * @param unique the mark of everything the round makes
 * @param offset of the second contender's release after the first's
 */
record RoundPlan(int number, String unique, Duration offset) {

    static List<RoundPlan> of(ScenarioFile scenario, RaceSettings settings) {
        Optional<Sweep> sweep = settings.sweep().map(reach -> new Sweep(reach, Sweep.DEFAULT_POINTS, settings.seed()));
        return IntStream.rangeClosed(1, settings.rounds())
                .mapToObj(number -> new RoundPlan(
                        number,
                        unique(scenario, settings.run(), number),
                        sweep.map(offsets -> offsets.offset(number)).orElse(Duration.ZERO)))
                .toList();
    }

    /** A round whose contenders are not released together. */
    static RoundPlan of(ScenarioFile scenario, String run, int number) {
        return new RoundPlan(number, unique(scenario, run, number), Duration.ZERO);
    }

    /** Begins with pf- so that a person recognises it, and differs between runs, scenarios and rounds. */
    private static String unique(ScenarioFile scenario, String run, int number) {
        return "pf-" + run + "-" + Integer.toString(scenario.name().hashCode() & 0xffff, 36) + "-" + number;
    }
}
