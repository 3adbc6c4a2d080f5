package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Brings executions to their end, each steered by a pilot. */
final class Flight<R> {

    /** More moves than this and nobody gets anywhere: requests have tens of commands, not thousands. */
    private static final int ENDLESS = 2_000;

    private final Contest<R> contest;
    private final Judge<R> judge;

    Flight(Contest<R> contest, Judge<R> judge) {
        this.contest = contest;
        this.judge = judge;
    }

    Landing fly(Pilot pilot) throws InterruptedException {
        try (Execution<R> execution = contest.begin(contest.contenders())) {
            return fly(pilot, execution);
        } catch (CannotBegin obstacle) {
            return new Landing.Lost(List.of(), Objects.requireNonNull(obstacle.getMessage()));
        }
    }

    private Landing fly(Pilot pilot, Execution<R> execution) throws InterruptedException {
        List<Move> moves = new ArrayList<>();
        Situation now = execution.situation();
        while (!now.over()) {
            Optional<String> lost = now.lost();
            if (lost.isPresent()) {
                return new Landing.Lost(moves, lost.get());
            }
            if (now.enabled().isEmpty() || moves.size() == ENDLESS) {
                Judgement stuck = Judgement.of(List.of(Stuck.in(now)));
                return new Landing.Judged<R>(moves, turns(moves, execution), Optional.empty(), stuck);
            }
            switch (pilot.decide(moves, now)) {
                case Decision.Prune prune -> {
                    return new Landing.Pruned(moves);
                }
                case Decision.Diverged diverged -> {
                    return new Landing.Diverged(moves, diverged.how());
                }
                case Decision.Go go -> {
                    Situation after = execution.let(Set.copyOf(go.contenders()));
                    moves.add(new Move(now, stepsOf(go, now), after));
                    now = after;
                }
            }
        }
        R result = execution.result();
        List<Turn> turns = turns(moves, execution);
        return new Landing.Judged<>(moves, turns, Optional.of(result), judge.judge(turns, result));
    }

    private static List<Step> stepsOf(Decision.Go go, Situation now) {
        return go.contenders().stream()
                .map(contender -> now.next(contender)
                        .orElseThrow(() -> new IllegalStateException(contender + " cannot go; it is " + now)))
                .toList();
    }

    private List<Turn> turns(List<Move> moves, Execution<R> execution) {
        return moves.stream().map(move -> turn(move, execution)).toList();
    }

    private Turn turn(Move move, Execution<R> execution) {
        List<Answer> answers = move.steps().stream()
                .map(step -> execution.answerOf(step.contender(), step.index()))
                .toList();
        return new Turn(move.steps(), answers, Stuck.blockedIn(move.after()));
    }
}
