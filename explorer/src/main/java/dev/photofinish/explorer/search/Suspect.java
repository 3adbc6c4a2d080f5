package dev.photofinish.explorer.search;

import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.step.HappensBefore;
import dev.photofinish.explorer.step.HappensBefore.Relation;
import dev.photofinish.explorer.witness.FewestSwitches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A rule that has been broken, and the shortest schedules that may show it again. */
final class Suspect<R> {

    /** If the first so many do not show it again, the next will not either. */
    private static final int CANDIDATES = 5;

    private static final Comparator<Candidate<?>> SHORTEST_FIRST = Comparator.<Candidate<?>>comparingInt(
                    candidate -> candidate.schedule().switches())
            .thenComparingInt(candidate -> candidate.schedule().turns().size());

    private final Finding finding;
    private final long firstAt;
    private final List<Candidate<R>> candidates = new ArrayList<>();
    private long schedules;
    private long sampled;

    Suspect(Finding finding, long firstAt) {
        this.finding = finding;
        this.firstAt = firstAt;
    }

    void add(Landing.Judged<R> landing) {
        if (landing.sampled()) {
            sampled++;
        } else {
            schedules++;
        }
        Candidate<R> candidate = new Candidate<>(shortest(landing), landing);
        if (landing.sampled() && candidates.stream().anyMatch(candidate::isRunAlike)) {
            return; // to run it again is to sample once more, whichever of them is meant
        }
        candidates.add(candidate);
        candidates.sort(SHORTEST_FIRST);
        if (schedules > 0) {
            candidates.removeIf(other -> other.landing().sampled());
        }
        if (candidates.size() > CANDIDATES) {
            candidates.removeLast();
        }
    }

    Finding finding() {
        return finding;
    }

    long firstAt() {
        return firstAt;
    }

    /** Those that were run step by step. */
    long schedules() {
        return schedules;
    }

    /** Those in which several went at once. */
    long sampled() {
        return sampled;
    }

    /** Fewest context switches first, then fewest turns; none that was sampled if there is one that was not. */
    List<Candidate<R>> candidates() {
        return List.copyOf(candidates);
    }

    /**
     * What is left of it when none of the candidates shows it again: those that were not run again could.
     *
     * @param samples in how many executions several went at once
     */
    Optional<String> doubt(int samples) {
        if (schedules == 0) {
            return Optional.of(
                    "%s of %s sampled schedules were not %s, and none was when the commands were released together"
                                    .formatted(sampled, samples, finding.rule())
                            + " again.");
        }
        long others = schedules - candidates.size();
        return others == 0
                ? Optional.empty()
                : Optional.of(
                        "%s schedules were not %s, and the %s shortest of them were when they were run again: it seems to be chance, but the others were not tried."
                                .formatted(schedules, finding.rule(), candidates.size()));
    }

    private static Schedule shortest(Landing.Judged<?> landing) {
        List<Move> moves = landing.moves();
        if (moves.isEmpty() || landing.sampled() || landing.begun() instanceof Begun.InTurn) {
            return asFlown(moves);
        }
        HappensBefore order = HappensBefore.of(Move.turnedOut(moves), Relation.BY_RESOURCES);
        return new Schedule(FewestSwitches.of(order));
    }

    static Schedule asFlown(List<Move> moves) {
        return new Schedule(
                moves.stream().map(move -> String.join("+", move.contenders())).toList());
    }

    /**
     * @param schedule equivalent to that of the landing, with fewer switches
     */
    record Candidate<R>(Schedule schedule, Landing.Judged<R> landing) {

        boolean isRunAlike(Candidate<R> other) {
            return schedule.equals(other.schedule);
        }
    }
}
