package dev.photofinish.cli;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.http.NoAnswerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same scenarios on the reference server's racy code and on its right code.
 *
 * @param explorations their interleavings, the racy code's first; empty if nobody asked for them
 */
record Collisions(ReferenceRace.Result racy, ReferenceRace.Result right, List<ExplorationSeries.Result> explorations) {

    private static final String RACY = "racy code";
    private static final String RIGHT = "right code";

    static Collisions of(
            ReferenceRace race,
            Optional<ReferenceExploration> exploration,
            List<String> scenarios,
            int racyRounds,
            int rightRounds)
            throws NoAnswerException {
        Hazards all = new Hazards(EnumSet.allOf(Hazard.class), Duration.ZERO);
        ReferenceRace.Result racy = race.run(RACY, all, scenarios, racyRounds);
        ReferenceRace.Result right = race.run(RIGHT, Hazards.none(), scenarios, rightRounds);
        List<ExplorationSeries.Result> explored = new ArrayList<>();
        if (exploration.isPresent()) {
            explored.add(exploration.get().run(RACY, all, Optional.of(Verdict.VIOLATED), scenarios));
            explored.add(exploration.get().run(RIGHT, Hazards.none(), Optional.empty(), scenarios));
        }
        return new Collisions(racy, right, explored);
    }

    /** The invariants are those of the right code's data: the racy code's are broken on purpose. */
    RunReport report(RunClock clock, long seed) {
        List<ContestReport> contests = new ArrayList<>(racy.contests());
        contests.addAll(right.contests());
        return clock.report(seed, contests, explored(), List.of(), right.invariants(), notDone());
    }

    /** The racy code's first. */
    List<ExplorationReport> explored() {
        return explorations.stream()
                .flatMap(each -> each.explorations().stream())
                .toList();
    }

    private List<String> notDone() {
        return Stream.concat(
                        Stream.of(racy.notDone(), right.notDone()),
                        explorations.stream().map(ExplorationSeries.Result::notDone))
                .flatMap(List::stream)
                .toList();
    }
}
