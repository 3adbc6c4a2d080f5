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

/**
 * The same scenarios on the reference server's racy code and on its right code.
 *
 * @param explored their interleavings, the racy code's first; empty if nobody asked for them
 */
record Collisions(ReferenceRace.Result racy, ReferenceRace.Result right, List<ExplorationReport> explored) {

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
        List<ExplorationReport> explored = new ArrayList<>();
        if (exploration.isPresent()) {
            explored.addAll(exploration
                    .get()
                    .run(RACY, all, Optional.of(Verdict.VIOLATED), scenarios)
                    .explorations());
            explored.addAll(exploration
                    .get()
                    .run(RIGHT, Hazards.none(), Optional.empty(), scenarios)
                    .explorations());
        }
        return new Collisions(racy, right, explored);
    }

    /** The invariants are those of the right code's data: the racy code's are broken on purpose. */
    RunReport report(RunClock clock, long seed) {
        List<ContestReport> contests = new ArrayList<>(racy.contests());
        contests.addAll(right.contests());
        return clock.report(seed, contests, explored, List.of(), right.invariants());
    }
}
