package dev.photofinish.explorer.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.search.Discovery;
import dev.photofinish.explorer.search.Strategy;
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
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contenders that wait for each other: locks in the code and in the database, and a pool that is too small. */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "it is about threads, not about databases")
class DriverWaitingTest {

    private static final Patience SHORT = Patience.DEFAULT.suspiciousAfter(Duration.ofMillis(150));

    private final OpenTills tills;

    DriverWaitingTest(TestDatabase database) {
        this.tills = new OpenTills(database);
    }

    @AfterEach
    void close() {
        tills.close();
    }

    @Test
    void withStepsOfTheirOwnToBeginWithTheOrderOfALockIsExploredToo() throws InterruptedException {
        var monitor = new Object();
        var first = new ArrayList<String>();
        var sales = tills.open(DriverSettings.DEFAULT.withStart(DriverSettings.Start.STEP_OF_ITS_OWN));
        var contest = sales.locked(name -> {
            synchronized (monitor) {
                first.add(name);
                return sales.till().findThenSet(80);
            }
        });

        var exploration = TillContest.exhaustively(contest);

        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(first).as("either may come first").startsWith("A", "B").contains("B");
        assertThat(IntStream.range(0, first.size() / 2).mapToObj(run -> first.get(2 * run)))
                .contains("A", "B");
    }

    @Test
    void theReducedSearchIsRightAboutLocksToo() throws InterruptedException {
        var monitor = new Object();
        var sales = tills.open(DriverSettings.DEFAULT.withStart(DriverSettings.Start.STEP_OF_ITS_OWN));
        var contest = sales.locked(name -> {
            synchronized (monitor) {
                return sales.till().findThenSet(80);
            }
        });

        var exploration = TillContest.explore(new Strategy.Reduced(), contest);

        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().violating()).isZero();
    }

    @Test
    void aLockIsSeenByItsOwnerAndNotByATimer() throws Exception {
        var lock = new ReentrantLock();
        var sales = tills.open(DriverSettings.DEFAULT);
        Callable<Integer> locked = () -> {
            lock.lock();
            try {
                return sales.till().left();
            } finally {
                lock.unlock();
            }
        };
        var contest = OpenTills.contest(sales, locked, locked);

        try (Execution<Map<String, Outcome>> execution = contest.begin(List.of("A", "B"))) {
            assertThat(execution.situation().standings().get("B"))
                    .isInstanceOfSatisfying(Standing.Blocked.class, blocked -> {
                        assertThat(blocked.where()).isEqualTo(Standing.Where.APPLICATION);
                        assertThat(blocked.why()).contains("ReentrantLock").endsWith("which A has");
                    });
            assertThat(execution.let(Set.of("A")).enabled()).containsExactly("B");
        }
    }

    @Test
    void aLockKeptInTheDatabaseIsExploredToTheEnd() throws InterruptedException {
        var sales = tills.open(DriverSettings.DEFAULT);

        var exploration = TillContest.exhaustively(sales.of(2, till -> till.underALockInTheDatabase(80)));

        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.coverage().steps())
                .as("with at most three attempts between two changes")
                .allSatisfy((contender, steps) -> assertThat(steps).isBetween(3, 3 + 3 * 3));
    }

    @Test
    void locksTakenInOppositeOrderAreADeadlock() throws InterruptedException {
        var one = new Object();
        var two = new Object();
        var sales = tills.open(DriverSettings.DEFAULT.withPatience(SHORT.closingWithin(Duration.ofMillis(200))));
        var contest = sales.contest()
                .contender("A", () -> nested(one, two, sales.till()))
                .contender("B", () -> nested(two, one, sales.till()))
                .freshData(sales.till()::fill)
                .result(outcomes -> new TillContest.Sales(0, 100));

        var exploration = TillContest.exhaustively(contest);

        assertThat(exploration.discoveries())
                .extracting(Discovery::finding)
                .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("deadlock"));
    }

    private static int nested(Object outer, Object inner, Till till) {
        synchronized (outer) {
            till.left();
            synchronized (inner) {
                return till.left();
            }
        }
    }

    @Test
    void aPoolThatIsTooSmallIsBlockedInTheApplication() throws Exception {
        var sales = tills.open(DriverSettings.DEFAULT.withPatience(SHORT), 1);
        var contest = OpenTills.contest(sales, sales.till()::left, sales.till()::left);

        try (Execution<Map<String, Outcome>> execution = contest.begin(List.of("A", "B"))) {
            assertThat(execution.situation().standings().get("B"))
                    .isInstanceOfSatisfying(
                            Standing.Blocked.class,
                            blocked -> assertThat(blocked.where()).isEqualTo(Standing.Where.APPLICATION));
            assertThat(execution.let(Set.of("A")).enabled()).containsExactly("B");
            assertThat(execution.let(Set.of("B")).over()).isTrue();
        }
    }
}
