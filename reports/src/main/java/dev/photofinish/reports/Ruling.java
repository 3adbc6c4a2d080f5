package dev.photofinish.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What follows from what was counted: every threshold and every merging of verdicts, for race, explore, verify and demo, and so
 * for text, page, JUnit XML and JSON alike. In each row the first that applies decides.
 *
 * <table>
 *   <caption>How it is decided</caption>
 *   <tr><th>of</th><th>violated</th><th>inconclusive</th><th>held</th></tr>
 *   <tr><td>a round</td><td>a rule was broken</td>
 *       <td>something kept it from being judged, or no rule had anything to look at</td><td>otherwise</td></tr>
 *   <tr><td>a race</td><td>a round was</td>
 *       <td>it ended before all rounds that were asked for; no round was judged; more than one round in twenty was not; something
 *       puts it in doubt: a collision cost the server its connections, a rule saw no document in any round</td>
 *       <td>otherwise, also if the requests never overlapped, which is then said wherever it is said that it held</td></tr>
 *   <tr><td>an exploration</td><td>a schedule was, and was so again when it was run again; with {@code --strict}: two commands
 *       are known to be unsafe, and were not caught at it</td>
 *       <td>it was stopped or given up; no schedule came to its end; a contender's commands were not seen; nothing but
 *       samples of commands released together was run; commands that are not atomic towards each other were never released together; any schedule was lost, though it was tried again; a violation was
 *       seen and not again, however often its schedule was run again; two commands are known to be unsafe, and were not caught at it; something puts it in doubt</td><td>otherwise</td></tr>
 *   <tr><td>an invariant</td><td>more break it than before the run</td><td>it could not be judged, or saw nothing</td>
 *       <td>otherwise</td></tr>
 *   <tr><td>a run</td><td>a part was</td><td>a part was, or was not done at all; or there is none</td><td>otherwise</td></tr>
 * </table>
 *
 * <p>Of code that is racy on purpose, to be violated is to be held, and to be held is inconclusive. In a run an invariant that saw
 * nothing does not count, since a race of one scenario leaves most collections empty.
 *
 * @param reasons why it is not held, or would not be had nothing been found broken, a sentence each; empty if it is held
 */
public record Ruling(Verdict verdict, List<String> reasons) {

    /** One round in so many may be inconclusive, such as a time-out on a busy NAS, before the others say too little. */
    private static final int TOLERATED_ONE_IN = 20;

    /** One round in so many may seem to have overlapped, on a busy machine, where none can. */
    private static final int OVERLAPPING_ONE_IN = 20;

    /** In fewer rounds that they came one after the other may be chance. */
    private static final int ROUNDS_TO_TELL = 5;

    public Ruling {
        reasons = List.copyOf(reasons);
    }

    /**
     * Of one round.
     *
     * @param broken how many rules it broke
     * @param obstacles how many things kept it from being judged
     */
    public static Verdict ofRound(int broken, int obstacles) {
        if (broken > 0) {
            return Verdict.VIOLATED;
        }
        return obstacles > 0 ? Verdict.INCONCLUSIVE : Verdict.HELD;
    }

    public static Ruling of(ContestReport contest) {
        Tally tally = contest.tally();
        List<String> reasons = new ArrayList<>();
        contest.course().cutShort().ifPresent(reasons::add);
        if (tally.rounds() == 0) {
            reasons.add("No round was run.");
        } else if (tally.judged() == 0) {
            reasons.add("%s of %s could not be judged."
                    .formatted(number(tally.inconclusive()), count(tally.rounds(), "round")));
        } else if ((long) tally.inconclusive() * TOLERATED_ONE_IN > tally.rounds()) {
            reasons.add("%s of %s could not be judged, more than one in twenty."
                    .formatted(number(tally.inconclusive()), count(tally.rounds(), "round")));
        }
        reasons.addAll(contest.course().doubts());
        return unless(tally.violated() > 0, reasons);
    }

    public static Ruling of(ExplorationReport explored) {
        Coverage coverage = explored.coverage();
        List<String> reasons = new ArrayList<>();
        explored.givenUp().ifPresent(reasons::add);
        if (coverage.saysNothing()) {
            reasons.add("No interleaving could be run to its end.");
        } else {
            unseen(coverage).forEach(reasons::add);
        }
        if (coverage.run() == 0 && coverage.togetherRuns() > 0) {
            reasons.add("What becomes of commands that are released together is up to the database: that no rule was"
                    + " broken in "
                    + count(coverage.togetherRuns(), "run") + " proves nothing.");
        }
        if (coverage.missedTogether()) {
            reasons.add(
                    count(coverage.togetherPairs(), "pair")
                            + " of commands that are not atomic towards each other: never released together. --together 20 tries it.");
        }
        if (coverage.inconclusive() > 0) {
            reasons.add(count(coverage.inconclusive(), "schedule") + " inconclusive, not covered");
        }
        if (coverage.diverged() > 0) {
            reasons.add(
                    count(coverage.diverged(), "schedule") + " took another way than planned each time, not covered");
        }
        explored.unproven().stream().map(found -> notAgain(found, coverage)).forEach(reasons::add);
        reasons.addAll(explored.doubts());
        reasons.addAll(explored.unsafe().pairs());
        return unless(!explored.violations().isEmpty() || explored.unsafe().makesAFinding(), reasons);
    }

    public static Ruling of(InvariantReport invariant) {
        List<String> reasons = new ArrayList<>();
        if (!invariant.problem().isEmpty()) {
            reasons.add(invariant.problem());
        } else if (invariant.looked() == 0) {
            reasons.add("There was no data to look at in " + invariant.on() + ".");
        }
        return unless(invariant.violations() > invariant.alreadyBroken(), reasons);
    }

    /** Of a whole run, and so of the command that made it. */
    public static Verdict of(RunReport run) {
        return merge(Stream.of(
                        run.contests().stream().map(contest -> weighed(contest.deployment(), contest.verdict())),
                        run.explorations().stream().map(each -> weighed(each.deployment(), each.verdict())),
                        run.invariants().stream()
                                .filter(invariant -> !invariant.foundNoData())
                                .map(InvariantReport::verdict),
                        run.notDone().stream().map(sentence -> Verdict.INCONCLUSIVE))
                .flatMap(verdicts -> verdicts)
                .toList());
    }

    /**
     * The verdict on several parts of one whole: a violation is evidence whatever else happened, and one part that could not be
     * judged leaves the whole unjudged. Of no parts at all nothing is known.
     */
    public static Verdict merge(Collection<Verdict> parts) {
        return parts.stream().max(Enum::compareTo).orElse(Verdict.INCONCLUSIVE);
    }

    /**
     * What a verdict means for the run: of code that is racy on purpose a violation is as it should be, and none means that the
     * run has not shown what it was to show.
     */
    static Verdict weighed(DeploymentInfo deployment, Verdict seen) {
        if (!deployment.racyOnPurpose()) {
            return seen;
        }
        return seen == Verdict.VIOLATED ? Verdict.HELD : Verdict.INCONCLUSIVE;
    }

    /** Whether a finding was never seen again: nobody can say that it is one. One that was not tried again stands. */
    static boolean isUnproven(Discovery found) {
        Interleaving shown = found.interleaving();
        return shown.attempts() > 0 && shown.reproduced() == 0;
    }

    /** Whether a race has shown nothing of requests that overlap, since none did. */
    static boolean neverOverlapped(Overlap overlap) {
        int overlapping = overlap.rounds() - overlap.oneAfterTheOther();
        return areEnoughToTell(overlap.rounds()) && overlapping * OVERLAPPING_ONE_IN <= overlap.rounds();
    }

    /** Whether so many rounds are worth looking at for whether their requests overlapped. */
    public static boolean areEnoughToTell(int rounds) {
        return rounds >= ROUNDS_TO_TELL;
    }

    private static Ruling unless(boolean broken, List<String> reasons) {
        if (broken) {
            return new Ruling(Verdict.VIOLATED, reasons);
        }
        return new Ruling(reasons.isEmpty() ? Verdict.HELD : Verdict.INCONCLUSIVE, reasons);
    }

    private static Stream<String> unseen(Coverage coverage) {
        return coverage.commands().isEmpty()
                ? Stream.of("No command came through the gate.")
                : coverage.commands().entrySet().stream()
                        .filter(contender -> contender.getValue() == 0)
                        .map(contender -> "No command of " + contender.getKey() + " came through the gate.");
    }

    /** One step at a time the same schedule must show it again; where commands are released together, chance decides each time. */
    private static String notAgain(Discovery found, Coverage coverage) {
        long seen = found.schedules() + found.sampled();
        String where = found.schedules() == 0
                ? "%s of %s, and in 0 of %s when the commands were released together again"
                        .formatted(
                                number(found.sampled()),
                                count(coverage.togetherRuns(), "sampled run"),
                                number(found.interleaving().attempts()))
                : "%s of %s, and in 0 of %s when %s was run again"
                        .formatted(
                                number(found.schedules()),
                                count(coverage.run(), "schedule"),
                                number(found.interleaving().attempts()),
                                found.schedules() == 1 ? "it" : "the shortest of them");
        return "%s was broken in %s: seen %s, not again.".formatted(found.rule(), where, times(seen));
    }

    private static String times(long seen) {
        return seen == 1 ? "once" : count(seen, "time");
    }

    private static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
