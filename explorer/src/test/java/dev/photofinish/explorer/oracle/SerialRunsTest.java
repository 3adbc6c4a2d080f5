package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.DEPOSITS;
import static dev.photofinish.explorer.oracle.Ledgers.confirmations;
import static dev.photofinish.explorer.oracle.Ledgers.runs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contenders one after the other: what is run, how often, and what it says by itself. */
class SerialRunsTest {

    @Test
    void whatIsWrongEvenOneAfterTheOtherIsKnown() throws Exception {
        SerialRuns<Result> runs = new SerialRuns<>(
                DEPOSITS,
                result -> result,
                (turns, result) ->
                        Judgement.of(List.of(new Finding("poor", Finding.Weight.VIOLATION, turns.size() + " turns"))),
                Requests.oneEach(DEPOSITS.contenders()));

        assertThat(runs.brokenRules()).isEmpty();
        runs.runAhead();

        assertThat(runs.brokenRules()).containsExactly("poor");
        assertThat(runs.of(List.of("B", "A")).orElseThrow().byTheRules().findings())
                .extracting(Finding::text)
                .containsExactly("4 turns");
    }

    @Test
    void eachSerialOrderIsRunOnceWhereNothingDiffers() throws Exception {
        List<List<String>> begun = new ArrayList<>();
        SerialOracle<Result> oracle =
                new SerialOracle<>(runs(counting(confirmations(false), begun)), Finding.Weight.NOTICE, Masking.BY_NAME);

        oracle.judge(List.of(), confirmations(false).run("A B A B"));
        int once = begun.size();
        oracle.judge(List.of(), confirmations(false).run("A B A B"));

        assertThat(begun).hasSize(once);
        assertThat(begun).containsExactlyInAnyOrder(List.of("A", "B"), List.of("A", "B"), List.of("A"));
    }

    /** A round may itself take longer than what is long ago. */
    @Test
    void whatWasRunAfterWhatIsJudgedIsNotRunAgain() throws Exception {
        Clock clock = new Clock();
        SerialRuns<Result> runs = new SerialRuns<>(DEPOSITS, result -> result, clock);
        List<List<String>> orders = List.of(List.of("A", "B"), List.of("B", "A"));
        for (List<String> order : orders) {
            assertThat(runs.of(order)).isPresent();
        }
        while (runs.again(orders, 0)) {}
        int before = runs.ran();
        long now = clock.time;

        assertThat(runs.again(orders, now)).isTrue();
        assertThat(runs.again(orders, now)).isFalse();
        assertThat(runs.ran()).isEqualTo(before + 2);
    }

    /** Each look at it takes so long that everything before is long ago. */
    private static final class Clock implements Spacing {

        private long time;

        @Override
        public long now() {
            return ++time;
        }

        @Override
        public void await(long since) {}

        @Override
        public boolean isLongAgo(long since, long now, long took) {
            return since < now;
        }
    }

    @Test
    void whatCannotBeginSaysNothing() throws InterruptedException {
        Contest<Result> down = new Contest<>() {
            @Override
            public List<String> contenders() {
                return List.of("A", "B");
            }

            @Override
            public Execution<Result> begin(List<String> participants) throws CannotBegin {
                throw new CannotBegin("The application is down.");
            }
        };

        assertThat(new SerialOracle<>(runs(down), Finding.Weight.NOTICE, Masking.BY_NAME)
                        .judge(List.of(), DEPOSITS.run("A B A B"))
                        .inconclusive())
                .contains("The application is down.");
    }

    @Test
    void whoGoesOnAfterItsAnswerIsBroughtToItsEndBeforeTheResultIsRead() throws Exception {
        AfterHoursContest contest = new AfterHoursContest();
        SerialRuns<Result> runs = runs(contest);

        SerialRun run = runs.of(List.of("A", "B")).orElseThrow();

        assertThat(contest.turns).containsExactly("A", "B", "A");
        assertThat(run.order()).containsExactly("A", "B");
    }

    /** B needs, before its first command, what only A gives. */
    @Test
    void whereASerialOrderCouldNotBeRunNothingIsFound() throws InterruptedException {
        RequestContest<Result> neverBFirst = new RequestContest<>() {
            @Override
            public List<String> contenders() {
                return DEPOSITS.contenders();
            }

            @Override
            public Execution<Result> begin(List<String> participants) {
                return DEPOSITS.begin(participants);
            }

            @Override
            public Execution<Result> begin(List<String> participants, Map<String, Integer> endsAfter) {
                return DEPOSITS.begin(participants, endsAfter);
            }

            @Override
            public Execution<Result> beginSerially(List<String> order, Map<String, Integer> endsAfter) {
                return begin(order.equals(List.of("B", "A")) ? List.of("A") : order, endsAfter);
            }
        };
        SerialOracle<Result> oracle = new SerialOracle<>(
                new SerialRuns<>(
                        neverBFirst,
                        result -> result,
                        (turns, result) -> Judgement.HELD,
                        Requests.oneEach(DEPOSITS.contenders()),
                        Spacing.NONE),
                Finding.Weight.VIOLATION,
                Masking.BY_NAME);

        assertThat(oracle.judge(List.of(), DEPOSITS.run("A A B B"))).isEqualTo(Judgement.HELD);
        Judgement racy = oracle.judge(List.of(), DEPOSITS.run("A B A B"));
        assertThat(racy.findings()).isEmpty();
        assertThat(racy.inconclusive())
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith(
                                "No serial order that could be run gives this result, but B, then A could not be run"));
    }

    private static Contest<Result> counting(Contest<Result> contest, List<List<String>> begun) {
        return new Contest<>() {
            @Override
            public List<String> contenders() {
                return contest.contenders();
            }

            @Override
            public Execution<Result> begin(List<String> participants) throws CannotBegin, InterruptedException {
                begun.add(participants);
                return contest.begin(participants);
            }
        };
    }
}
