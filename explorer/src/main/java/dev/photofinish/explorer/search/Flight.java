package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Brings executions to their end, each steered by a pilot. */
final class Flight<R> {

    private final Contest<R> contest;
    private final Judge<R> judge;
    private final Watcher watcher;
    private boolean atTheDoor;

    Flight(Contest<R> contest, Judge<R> judge, Watcher watcher) {
        this.contest = contest;
        this.judge = judge;
        this.watcher = watcher;
    }

    /**
     * Brings one to its end; a serial order with one contender begun after the other, if it can be followed like that. Whatever goes
     * wrong in it is said of this one, and spoils no other.
     *
     * @throws InterruptedException if the thread is interrupted for another reason than that the exploration is to stop
     */
    Landing fly(Pilot pilot) throws InterruptedException {
        try {
            Optional<List<String>> order = pilot.serialOrder().filter(this::isOfAll);
            if (order.isPresent()) {
                Landing landing = ended(pilot, () -> contest.beginSerially(order.get()), new Begun.InTurn(order.get()))
                        .judged();
                if (!(landing instanceof Landing.Diverged)) {
                    return landing;
                }
            }
            return ended(pilot, this::begin, new Begun.AtOnce()).judged();
        } catch (RuntimeException mishap) {
            return new Landing.Lost(List.of(), Mishap.sentence(mishap));
        } catch (InterruptedException stopped) {
            if (watcher.stop()) {
                return new Landing.Lost(List.of(), "Stopped.");
            }
            throw stopped;
        }
    }

    /** The same, with everybody held before it has begun, so that to begin is a step; for once. */
    Landing flyFromTheDoor(Pilot pilot) throws InterruptedException {
        boolean before = atTheDoor;
        atTheDoor = true;
        try {
            return fly(pilot);
        } finally {
            atTheDoor = before;
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes it
    private Execution<R> begin() throws CannotBegin, InterruptedException {
        return atTheDoor ? contest.beginAtTheDoor(contest.contenders()) : contest.begin(contest.contenders());
    }

    /**
     * From now on contenders are held before they begin.
     *
     * @return whether they are, and were not before
     */
    boolean holdAtTheDoor() {
        boolean now = !atTheDoor && contest.canHoldAtTheDoor();
        atTheDoor |= now;
        return now;
    }

    /** Whether to begin is a step. */
    boolean isAtTheDoor() {
        return atTheDoor;
    }

    private boolean isOfAll(List<String> order) {
        return order.size() == contest.contenders().size() && order.containsAll(contest.contenders());
    }

    /** Judged is what is closed: nothing of the execution is under way any more, and no transaction is open. */
    private Ended ended(Pilot pilot, Start<R> start, Begun begun) throws InterruptedException {
        try (Execution<R> execution = start.begin()) {
            return ended(pilot, execution, begun);
        } catch (CannotBegin obstacle) {
            return () -> new Landing.Lost(List.of(), Objects.requireNonNull(obstacle.getMessage()));
        }
    }

    private Ended ended(Pilot pilot, Execution<R> execution, Begun begun) throws InterruptedException {
        Course course = new Course(pilot);
        execution.steer(course);
        List<Move> moves = course.moves().stream()
                .map(move -> asItTurnedOut(move, execution))
                .toList();
        return switch (course.end()) {
            case Course.End.Lost lost -> () -> new Landing.Lost(moves, lost.why());
            case Course.End.Pruned pruned -> pruned(moves, execution);
            case Course.End.Diverged diverged -> () -> new Landing.Diverged(moves, diverged.how());
            case Course.End.Stuck stuck -> stuck(stuck.now(), moves, execution, begun);
            case Course.End.Over over -> over(moves, execution, begun);
        };
    }

    private Ended pruned(List<Move> moves, Execution<R> execution) {
        List<Turn> turns = turns(moves, execution);
        return () -> new Landing.Pruned(moves, turns);
    }

    private Ended stuck(Situation now, List<Move> moves, Execution<R> execution, Begun begun)
            throws InterruptedException {
        Optional<String> otherwise = Stuck.isInTheApplication(now) ? execution.noDeadlock() : Optional.empty();
        if (otherwise.isPresent()) {
            return () -> new Landing.Lost(moves, otherwise.get());
        }
        List<Turn> turns = turns(moves, execution);
        return () -> new Landing.Judged<R>(moves, turns, Optional.empty(), Judgement.of(List.of(Stuck.in(now))), begun);
    }

    private Ended over(List<Move> moves, Execution<R> execution, Begun begun) throws InterruptedException {
        R result = execution.result();
        List<Turn> turns = turns(moves, execution);
        return () -> judged(moves, turns, result, begun);
    }

    private Landing judged(List<Move> moves, List<Turn> turns, R result, Begun begun) throws InterruptedException {
        try {
            return new Landing.Judged<>(moves, turns, Optional.of(result), judge.judge(turns, result), begun);
        } catch (RuntimeException mishap) {
            return new Landing.Lost(moves, Mishap.sentence(mishap));
        }
    }

    private static Move asItTurnedOut(Move move, Execution<?> execution) {
        return move.havingTurnedOut(move.steps().stream()
                .map(step -> asItTurnedOut(
                        step, execution.answerOf(step.contender(), step.index()).effect()))
                .toList());
    }

    private static Step asItTurnedOut(Step step, Answer.Effect effect) {
        return switch (effect) {
            case CHANGED, CHANGED_NOTHING, REWROTE -> step.havingAddedNothing();
            case READ -> step.havingOnlyRead();
            case ADDED, FAILED, UNKNOWN -> step;
        };
    }

    private List<Turn> turns(List<Move> moves, Execution<R> execution) {
        return moves.stream().map(move -> turn(move, execution)).toList();
    }

    private Turn turn(Move move, Execution<R> execution) {
        List<Answer> answers = move.steps().stream()
                .map(step -> execution.answerOf(step.contender(), step.index()))
                .toList();
        return new Turn(move.turnedOut(), answers, Stuck.blockedIn(move.after()));
    }

    /** How an execution begins. */
    @FunctionalInterface
    private interface Start<R> {

        Execution<R> begin() throws CannotBegin, InterruptedException;
    }

    /** An execution that has come to its end, whatever that was. */
    @FunctionalInterface
    private interface Ended {

        Landing judged() throws InterruptedException;
    }
}
