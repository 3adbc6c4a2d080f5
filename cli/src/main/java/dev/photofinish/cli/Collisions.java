package dev.photofinish.cli;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.http.NoAnswerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The same scenarios on the reference server's racy code and on its right code. */
record Collisions(ReferenceRace.Result racy, ReferenceRace.Result right) {

    static Collisions of(ReferenceRace race, List<String> scenarios, int racyRounds, int rightRounds)
            throws NoAnswerException {
        Hazards all = new Hazards(EnumSet.allOf(Hazard.class), Duration.ZERO);
        return new Collisions(
                race.run("racy code", all, scenarios, racyRounds),
                race.run("right code", Hazards.none(), scenarios, rightRounds));
    }

    /** The invariants are those of the right code's data: the racy code's are broken on purpose. */
    RunReport report(RunClock clock, long seed) {
        List<ContestReport> contests = new ArrayList<>(racy.contests());
        contests.addAll(right.contests());
        return clock.report(seed, contests, right.invariants());
    }

    /** 0 only if every hazard was seen and the right code held everywhere. */
    int exitCode() {
        if (seen() == racy.contests().size() && held() == right.contests().size() && invariantsHeld()) {
            return 0;
        }
        return right.contests().stream().anyMatch(contest -> contest.verdict() == Verdict.VIOLATED) || !invariantsHeld()
                ? Verdict.VIOLATED.exitCode()
                : Verdict.INCONCLUSIVE.exitCode();
    }

    String sentence() {
        return "Racy code: %d of %d collisions seen. Right code: %d of %d held%s."
                .formatted(
                        seen(),
                        racy.contests().size(),
                        held(),
                        right.contests().size(),
                        invariantsHeld() ? ", and so did its data" : ", but its data did not");
    }

    private long seen() {
        return racy.contests().stream()
                .filter(contest -> contest.verdict() == Verdict.VIOLATED)
                .count();
    }

    private long held() {
        return right.contests().stream()
                .filter(contest -> contest.verdict() == Verdict.HELD)
                .count();
    }

    /** Those that found data: one scenario alone makes no timesheets. */
    private boolean invariantsHeld() {
        return right.invariants().stream()
                .allMatch(invariant -> invariant.foundNoData() || invariant.verdict() == Verdict.HELD);
    }
}
