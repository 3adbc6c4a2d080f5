package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.schedule.Interleavings;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules say with one call after the other, each begun when the one before it has ended. In a schedule all are brought to
 * their first command before anybody goes on, so that what a call does before that comes before the commands of the others.
 * For the thread of the test.
 */
final class SerialOrders {

    /** More commands than this and a call never ends; the schedules show that, too. */
    private static final int ENDLESS = 2_000;

    private final Map<String, Broken> broken = new LinkedHashMap<>();
    private final Set<String> obstacles = new LinkedHashSet<>();
    private final Contest<Played> contest;
    private final RulesJudge judge;
    private boolean tried;

    /** A rule that is broken in such an order. */
    record Broken(List<String> order, Finding finding, List<Turn> turns, Played played) {}

    private SerialOrders(Contest<Played> contest, RulesJudge judge) {
        this.contest = contest;
        this.judge = judge;
    }

    /** Nobody has tried. */
    static SerialOrders untried(Contest<Played> contest, RulesJudge judge) {
        return new SerialOrders(contest, judge);
    }

    /** Runs and judges all of them: 2 for two contenders, 6 for three, 24 for four. */
    static SerialOrders of(Contest<Played> contest, RulesJudge judge) throws InterruptedException {
        SerialOrders orders = new SerialOrders(contest, judge);
        for (List<String> order : Interleavings.serialOrders(contest.contenders())) {
            orders.run(order);
        }
        return orders;
    }

    /** The rules that are broken, each in the first order that breaks it. */
    Map<String, Broken> broken() {
        return broken;
    }

    /** Whether any of them was run. */
    boolean wereTried() {
        return tried;
    }

    /** Why orders could not be run, a sentence each. */
    Set<String> obstacles() {
        return obstacles;
    }

    private void run(List<String> order) throws InterruptedException {
        tried = true;
        List<Step> steps = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        Optional<Played> played = Optional.empty();
        try (Execution<Played> execution = contest.beginSerially(order)) {
            Situation end = straightOn(execution, steps);
            end.lost().ifPresent(obstacles::add);
            steps.forEach(step -> turns.add(
                    new Turn(List.of(step), List.of(execution.answerOf(step.contender(), step.index())), List.of())));
            played = end.over() ? Optional.of(execution.result()) : Optional.empty();
        } catch (CannotBegin obstacle) {
            obstacles.add(String.valueOf(obstacle.getMessage()));
        }
        played.ifPresent(result -> judge(order, turns, result));
    }

    private static Situation straightOn(Execution<?> execution, List<Step> steps) throws InterruptedException {
        Situation now = execution.situation();
        while (now.lost().isEmpty() && !now.enabled().isEmpty() && steps.size() < ENDLESS) {
            String contender = now.enabled().getFirst();
            now.next(contender).ifPresent(steps::add);
            now = execution.let(Set.of(contender));
        }
        return now;
    }

    private void judge(List<String> order, List<Turn> turns, Played played) {
        judge.judge(turns, played)
                .findings()
                .forEach(finding -> broken.putIfAbsent(finding.rule(), new Broken(order, finding, turns, played)));
    }
}
