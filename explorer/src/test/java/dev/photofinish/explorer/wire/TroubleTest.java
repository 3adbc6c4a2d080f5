package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.search.Exploration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong on either side of a gate is said, is no violation, and hangs nobody. On a mongod of its own. */
class TroubleTest {

    private static final Patience SHORT = Patience.DEFAULT.suspiciousAfter(Duration.ofMillis(200));

    private OwnServer server;
    private WireGate gate;
    private Shop shop;

    @BeforeEach
    void connect() throws Exception {
        server = OwnServer.start();
        gate = server.gate();
        shop = server.shop();
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void aCommandWhoseClientGaveUpIsNeverSent() throws Exception {
        CountDownLatch noticed = new CountDownLatch(1);
        Callable<?> hasty = () -> {
            try (MongoClient impatient = server.client("socketTimeoutMS=1500&retryWrites=false")) {
                return new Shop(impatient, "shop").writesIfEnough("A").call();
            } catch (MongoSocketReadTimeoutException e) {
                return noticed.await(10, TimeUnit.SECONDS);
            }
        };
        var contest = contest(hasty, shop.writesIfEnough("B"));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThat(whenLost(execution)).contains("gave up").contains("never sent");
            noticed.countDown();
        }

        assertThat(shop.answers()).containsExactly(Map.entry("B", "granted"));
        assertThat(quantity())
                .as("what is left after B, and nobody else, was granted 80")
                .isEqualTo(20);
    }

    @Test
    void aDatabaseThatIsGoneMakesAScheduleInconclusive() throws Exception {
        shop = server.connectAnew("serverSelectionTimeoutMS=500");
        var contest = contest(shop.readsThenWrites("A"), shop.readsThenWrites("B"));

        try (var execution = contest.begin(List.of("A", "B"))) {
            server.stopDatabase();

            assertThat(whenLost(execution)).contains("The database closed the connection");
        }
        try (var next = contest.begin(List.of("A", "B"))) {
            assertThat(next.situation().lost()).isPresent();
        }
    }

    @Test
    void anApplicationThatFailsMakesAScheduleInconclusive() throws Exception {
        Callable<?> crashes = () -> {
            shop.collection("stock").countDocuments();
            throw new java.io.IOException("connection refused");
        };
        var contest = contest(crashes, shop.writesIfEnough("B"));

        Exploration<Map<String, String>> exploration = Explorations.exhaustive(contest, answers -> true);

        assertThat(exploration.coverage().run()).isZero();
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.obstacles())
                .anySatisfy(obstacle -> assertThat(obstacle).contains("connection refused"));
    }

    @Test
    void anApplicationThatIsBackAfterARestartIsExploredToTheEnd() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Callable<?> restarts = () -> {
            if (requests.incrementAndGet() == 2) {
                shop.collection("stock").countDocuments();
                throw new java.io.IOException("connection reset");
            }
            return shop.readsThenWrites("A").call();
        };
        var contest = contest(restarts, shop.readsThenWrites("B"));

        Exploration<Map<String, String>> exploration = Explorations.exhaustive(contest, answers -> false);

        assertThat(exploration.coverage().run()).isEqualTo(6);
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.givenUp()).isEmpty();
    }

    @Test
    void anApplicationThatStaysAwayIsSaidToBeGone() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Callable<?> crashes = () -> {
            if (requests.incrementAndGet() > 2) {
                throw new java.io.IOException("connection refused");
            }
            return shop.readsThenWrites("A").call();
        };
        var contest = contest(crashes, shop.readsThenWrites("B"));

        Exploration<Map<String, String>> exploration = Explorations.exhaustive(contest, answers -> false);

        assertThat(exploration.coverage().run()).isEqualTo(2);
        assertThat(exploration.coverage().complete()).isFalse();
        assertThat(exploration.obstacles()).containsExactly("A got no answer: connection refused.");
    }

    @Test
    void aScheduleThatIsBrokenOffLetsEverybodyGo() throws Exception {
        var contest = contest(shop.writesIfEnough("A"), shop.writesIfEnough("B"));

        contest.begin(List.of("A", "B")).close();

        assertThat(shop.answers()).containsOnlyKeys("A", "B").containsValues("granted", "refused");
    }

    @Test
    void aContestThatIsBrokenOffSendsNothingOfWhatItHeldAndIsNeverHeld() throws Exception {
        shop = server.connectAnew("serverSelectionTimeoutMS=500&retryWrites=false");
        var contest = contest(shop.writesIfEnough("A"), shop.writesIfEnough("B"));

        try (var execution = contest.begin(List.of("A", "B"))) {
            contest.breakOff("Stopped.");

            assertThat(execution.let(Set.of("A")).lost()).contains("A: Stopped.");
        }

        assertThat(quantity()).isEqualTo(100);
        assertThat(contest.doubts()).containsExactly("Stopped.");
        assertThatThrownBy(() -> contest.begin(List.of("A", "B"))).hasMessage("Stopped.");
    }

    @Test
    void aGateThatIsClosedWhileCommandsAreHeldHangsNobody() throws Exception {
        shop = server.connectAnew("serverSelectionTimeoutMS=500&retryWrites=false");
        var contest = contest(shop.writesIfEnough("A"), shop.writesIfEnough("B"));

        try (var execution = contest.begin(List.of("A", "B"))) {
            gate.close();

            assertThat(whenLost(execution)).isNotEmpty();
        }

        try (MongoClient direct = MongoClients.create(server.address())) {
            assertThat(direct.getDatabase("shop").getCollection("stock").find().first())
                    .containsEntry("quantity", 100);
        }
    }

    @Test
    void aLockInTheApplicationIsNoDeadlock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        var contest = contest(locked(lock, shop.readsThenWrites("A")), locked(lock, shop.readsThenWrites("B")));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThat(execution.situation().standings().get("B"))
                    .isInstanceOfSatisfying(
                            Standing.Blocked.class,
                            blocked -> assertThat(blocked.where()).isEqualTo(Standing.Where.APPLICATION));
            execution.let(Set.of("A"));
            Situation bGoesOn = execution.let(Set.of("A"));

            assertThat(bGoesOn.standings().get("A")).isEqualTo(new Standing.Finished());
            execution.let(Set.of("B"));
            if (!execution.situation().over()) {
                execution.let(Set.of("B"));
            }
            assertThat(execution.situation().over()).isTrue();
        }
        assertThat(shop.answers()).containsEntry("A", "granted").containsEntry("B", "refused");
    }

    @Test
    void aPoolOfOneIsNoDeadlock() throws Exception {
        shop = server.connectAnew("maxPoolSize=1");
        var contest = contest(shop.readsThenWrites("A"), shop.readsThenWrites("B"));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThat(execution.situation().standings().get("B")).isInstanceOf(Standing.Blocked.class);
            while (!execution.situation().over()) {
                execution.let(Set.of(execution.situation().enabled().getFirst()));
            }
        }

        assertThat(shop.answers()).containsOnlyKeys("A", "B");
    }

    private static Callable<?> locked(ReentrantLock lock, Callable<?> requests) {
        return () -> {
            lock.lock();
            try {
                return requests.call();
            } finally {
                lock.unlock();
            }
        };
    }

    /** Why it is lost; the gate may notice a moment later. */
    private static String whenLost(Execution<?> execution) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            Optional<String> why = execution.let(Set.of()).lost();
            if (why.isPresent()) {
                return why.get();
            }
            Thread.onSpinWait();
        }
        return "";
    }

    private int quantity() {
        return gate.database()
                .getDatabase("shop")
                .getCollection("stock")
                .find(Filters.eq("_id", "S-1"))
                .map((Document stock) -> stock.getInteger("quantity"))
                .first();
    }

    private WireContest<Map<String, String>> contest(Callable<?> first, Callable<?> second) {
        return new WireContest<>(
                gate,
                Shop.contest(first, second),
                new RestoredData(gate.database(), shop::given),
                shop::answers,
                Set.of(),
                Masking.BY_NAME,
                SHORT);
    }
}
