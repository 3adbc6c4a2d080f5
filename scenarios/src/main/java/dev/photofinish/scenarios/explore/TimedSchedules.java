package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.scenarios.race.EndedRound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the time of each part of each schedule: contest, what comes after it, judgement. For one thread. */
final class TimedSchedules implements Lens, Watcher {

    private final List<ExploreCost.Schedule> schedules = new ArrayList<>();
    private Optional<ExploreCost.First> first = Optional.empty();
    private long begun;
    private long last;
    private long contest;
    private long after;
    private long judged;

    List<ExploreCost.Schedule> schedules() {
        return List.copyOf(schedules);
    }

    /** How long it took to the first violation, and how many schedules; nothing if there was none. */
    Optional<ExploreCost.First> first() {
        return first;
    }

    /** How long the search took, without what came before it. */
    Duration search() {
        return nanos(last - begun);
    }

    @Override
    public Contest<EndedRound> on(ScenarioContest timed) {
        return new Contest<>() {
            @Override
            public List<String> contenders() {
                return timed.contenders();
            }

            @Override
            public Execution<EndedRound> begin(List<String> participants) throws CannotBegin, InterruptedException {
                return new TimedExecution(timed.begin(participants));
            }

            @Override
            public Execution<EndedRound> beginSerially(List<String> order) throws CannotBegin, InterruptedException {
                return new TimedExecution(timed.beginSerially(order));
            }

            @Override
            public boolean bringsAllToTheirFirstStep() {
                return timed.bringsAllToTheirFirstStep();
            }

            @Override
            public Set<String> doubts() {
                return timed.doubts();
            }
        };
    }

    @Override
    public Judge<EndedRound> on(Judge<EndedRound> timed) {
        begun = System.nanoTime();
        last = begun;
        return (turns, round) -> {
            long asked = System.nanoTime();
            Judgement judgement = timed.judge(turns, round);
            judged = System.nanoTime() - asked;
            if (first.isEmpty() && violated(judgement)) {
                first = Optional.of(new ExploreCost.First(schedules.size() + 1, nanos(asked + judged - begun)));
            }
            contest = round.contest().toNanos();
            return judgement;
        };
    }

    @Override
    public void progress(Coverage soFar) {
        long now = System.nanoTime();
        if (contest > 0) {
            schedules.add(new ExploreCost.Schedule(nanos(now - last), nanos(contest), nanos(after), nanos(judged)));
        }
        contest = 0;
        last = now;
    }

    @Override
    public boolean stop() {
        return false;
    }

    private static boolean violated(Judgement judgement) {
        return judgement.findings().stream().anyMatch(Finding::isViolation);
    }

    private static Duration nanos(long nanos) {
        return Duration.ofNanos(nanos);
    }

    private final class TimedExecution implements Execution<EndedRound> {

        private final Execution<EndedRound> timed;

        TimedExecution(Execution<EndedRound> timed) {
            this.timed = timed;
        }

        @Override
        public Situation situation() {
            return timed.situation();
        }

        @Override
        public Situation let(Set<String> contenders) throws InterruptedException {
            return timed.let(contenders);
        }

        @Override
        public Situation steer(Steersman steersman) throws InterruptedException {
            return timed.steer(steersman);
        }

        @Override
        public Answer answerOf(String contender, int index) {
            return timed.answerOf(contender, index);
        }

        @Override
        public EndedRound result() throws InterruptedException {
            long ended = System.nanoTime();
            EndedRound round = timed.result();
            after = System.nanoTime() - ended;
            return round;
        }

        @Override
        public void close() {
            timed.close();
        }
    }
}
