package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.scenarios.race.EndedRound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the time of each part of each schedule: contest, what comes after it, judgement. For one thread. */
final class TimedSchedules implements Lens, Watcher {

    private final List<Parts> schedules = new ArrayList<>();
    private long begun;
    private long last;
    private long contest;
    private long after;
    private long judged;

    /**
     * One schedule. What is in none of its parts went into putting the data back, mostly.
     *
     * @param contest from the first contender's start until the last contender had its answer
     * @param after the scenario's steps after the contest
     * @param judged by the rules and the serial orders
     */
    record Parts(Duration whole, Duration contest, Duration after, Duration judged) {

        Duration rest() {
            return whole.minus(contest).minus(after).minus(judged);
        }
    }

    List<Parts> schedules() {
        return List.copyOf(schedules);
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
        };
    }

    @Override
    public Judge<EndedRound> on(Judge<EndedRound> timed) {
        begun = System.nanoTime();
        last = begun;
        return (turns, round) -> {
            long asked = System.nanoTime();
            var judgement = timed.judge(turns, round);
            judged = System.nanoTime() - asked;
            contest = round.contest().toNanos();
            return judgement;
        };
    }

    @Override
    public void progress(Coverage soFar) {
        long now = System.nanoTime();
        if (contest > 0) {
            schedules.add(new Parts(nanos(now - last), nanos(contest), nanos(after), nanos(judged)));
        }
        contest = 0;
        last = now;
    }

    @Override
    public boolean stop() {
        return false;
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
