package dev.photofinish.explorer.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoCollection;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the gate does with code that is not as simple as a list of commands. */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "it is about threads, not about databases")
class DriverContestTest {

    private static final Patience SHORT = Patience.DEFAULT.suspiciousAfter(Duration.ofMillis(150));

    private final TestDatabase database;
    private final OpenTills tills;

    DriverContestTest(TestDatabase database) {
        this.database = database;
        this.tills = new OpenTills(database);
    }

    @AfterEach
    void close() {
        tills.close();
    }

    @Test
    void virtualThreadsAreHeldLikeAnyOther() throws InterruptedException {
        var sales = tills.open(DriverSettings.DEFAULT.withThreads(DriverSettings.Threads.VIRTUAL));

        var coverage = TillContest.exhaustively(sales.of(2, till -> till.findThenSet(80)))
                .coverage();

        assertThat(coverage.run()).isEqualTo(6);
        assertThat(coverage.violating()).isEqualTo(4);
    }

    @Test
    void everyCommandOfACursorIsAStep() throws Exception {
        var sales = tills.open(DriverSettings.DEFAULT);
        MongoCollection<Document> lots = sales.collection("lots");
        lots.insertMany(
                IntStream.range(0, 5).mapToObj(lot -> new Document("_id", lot)).toList());
        var contest = OpenTills.contest(
                sales,
                () -> lots.find().batchSize(2).into(new ArrayList<>()).size(),
                () -> lots.insertOne(new Document("_id", 9)));

        try (Execution<Map<String, Outcome>> execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));
            var situation = execution.let(Set.of("B"));

            assertThat(situation.next("A").orElseThrow().command().name()).isEqualTo("getMore");
            execution.let(Set.of("A"));
            assertThat(execution.let(Set.of("A")).over()).isTrue();
        }
    }

    /** The driver takes back the memory in which it shows them, for other commands. */
    @Test
    void whatWasSentAndAnsweredCanBeReadWhenAllIsOver() throws Exception {
        var sales = tills.open(DriverSettings.DEFAULT);
        var contest = OpenTills.contest(sales, sales.till()::left, sales.till()::left);

        try (Execution<Map<String, Outcome>> execution = contest.begin(List.of("A"))) {
            var sent = execution.situation().next("A").orElseThrow().command();
            assertThat(execution.let(Set.of("A")).over()).isTrue();
            IntStream.range(0, 50)
                    .forEach(lot -> sales.collection("lots").insertOne(new Document("name", "x".repeat(200))));

            assertThat(sent.text()).startsWith("find stock {_id: ");
            assertThat(execution.answerOf("A", 1).text()).contains("left: 100");
        }
    }

    @Test
    void whatTheCodeThrowsIsWhatItWasTold() throws Exception {
        var sales = tills.open(DriverSettings.DEFAULT);
        var problem = new IllegalStateException("out of stock");
        var contest = OpenTills.contest(sales, () -> sales.till().left(), () -> {
            throw problem;
        });

        try (Execution<Map<String, Outcome>> execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));

            assertThat(execution.result())
                    .containsExactly(
                            Map.entry("A", new Outcome.Returned(100)), Map.entry("B", new Outcome.Threw(problem)));
        }
    }

    @Test
    void aContestThatSendsNoCommandThroughTheGateDoesNotBegin() {
        var sales = tills.open(DriverSettings.DEFAULT);
        var contest = OpenTills.contest(
                sales,
                () -> database.collection("stock").countDocuments(),
                () -> database.collection("stock").countDocuments());

        assertThatExceptionOfType(CannotBegin.class)
                .isThrownBy(() -> contest.begin(List.of("A", "B")))
                .withMessageStartingWith("A and B sent no command through the gate")
                .withMessageContaining("gate.listener()");
    }

    @Test
    void withoutFreshDataItDoesNotBegin() {
        var sales = tills.open(DriverSettings.DEFAULT);
        var contest = sales.contest()
                .contender("A", sales.till()::left)
                .contender("B", sales.till()::left)
                .freshData(() -> {
                    throw new IllegalStateException("the fixture is gone");
                })
                .result(outcomes -> outcomes);

        assertThatExceptionOfType(CannotBegin.class)
                .isThrownBy(() -> contest.begin(List.of("A", "B")))
                .withMessageContaining("the fixture is gone");
    }

    @Test
    void oneContenderMayTakePartAlone() throws Exception {
        var sales = tills.open(DriverSettings.DEFAULT);
        var contest = OpenTills.contest(sales, sales.till()::left, sales.till()::left);

        try (Execution<Map<String, Outcome>> execution = contest.begin(List.of("B"))) {
            assertThat(execution.let(Set.of("B")).over()).isTrue();
            assertThat(execution.result()).containsOnlyKeys("B");
        }
    }

    @Test
    void anExecutionThatIsBrokenOffLeavesNoThread() throws Exception {
        var sales = tills.open(DriverSettings.DEFAULT);
        var threads = new ArrayList<Thread>();
        Callable<Boolean> sale = () -> {
            threads.add(Thread.currentThread());
            return sales.till().findThenSet(80);
        };
        var contest = OpenTills.contest(sales, sale, sale);

        contest.begin(List.of("A", "B")).close();

        assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
    }

    @Test
    void anExplorationThatIsStoppedInTheMiddleLeavesNoThread() {
        var sales = tills.open(DriverSettings.DEFAULT);
        var explorer = Thread.currentThread();
        var threads = new ArrayList<Thread>();
        var interrupted = new AtomicBoolean();
        var contest = sales.locked(name -> {
            threads.add(Thread.currentThread());
            boolean sold = sales.till().findThenSet(80);
            if (threads.size() == 4 && interrupted.compareAndSet(false, true)) {
                explorer.interrupt();
            }
            return sold;
        });

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> TillContest.exhaustively(contest));
        assertThat(threads).hasSize(4).noneMatch(Thread::isAlive);
    }

    @Test
    void aThreadThatDoesNotEndIsNeverRunBeside() throws Exception {
        var sales = tills.open(DriverSettings.DEFAULT.withPatience(SHORT.closingWithin(Duration.ofMillis(100))));
        var never = new CountDownLatch(1);
        var contest = OpenTills.contest(sales, sales.till()::left, () -> {
            awaitStubbornly(never);
            return 0;
        });

        contest.begin(List.of("A", "B")).close();

        assertThatExceptionOfType(CannotBegin.class)
                .isThrownBy(() -> contest.begin(List.of("A", "B")))
                .withMessageStartingWith("contender B of an earlier schedule still runs");
        never.countDown();
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        for (boolean over = false; !over; ) {
            try {
                latch.await();
                over = true;
            } catch (InterruptedException stubborn) {
                over = false;
            }
        }
    }

    @Test
    void aContestHasTwoToFourContendersWithNamesOfOneWord() {
        var contest = tills.open(DriverSettings.DEFAULT).contest();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> contest.contender("A B", () -> 0))
                .withMessageContaining("one word");
        contest.contender("A", () -> 0);
        assertThatIllegalArgumentException().isThrownBy(() -> contest.contender("A", () -> 0));
        assertThatIllegalStateException()
                .isThrownBy(() -> contest.result(outcomes -> 0))
                .withMessage("A contest has two to four contenders; this one has 1.");
    }
}
