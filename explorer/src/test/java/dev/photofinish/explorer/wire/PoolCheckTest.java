package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.mongo.Masking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits in the application waits for a lock, or for a connection that the held command has: the two are told apart. */
class PoolCheckTest {

    private static final Patience SHORT = Patience.DEFAULT.suspiciousAfter(Duration.ofMillis(200));

    private OwnServer server;
    private Shop shop;

    @BeforeEach
    void connect() throws Exception {
        server = OwnServer.start();
        shop = server.shop();
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void onOneConnectionNothingCanBeExplored() {
        poolOf(1);
        var contest = contest(shop.readsThenWrites("A"), shop.readsThenWrites("B"), Optional.of(looks()));

        assertThatThrownBy(() -> contest.begin(List.of("A", "B")))
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("The application has one connection")
                .hasMessageContaining("while A's command is held, B cannot send one")
                .hasMessageContaining("maxPoolSize");
        assertThatThrownBy(() -> contest.begin(List.of("A", "B")))
                .as("also later, at once")
                .hasMessageContaining("The application has one connection");
    }

    @Test
    void oneAfterTheOtherOneConnectionDoes() throws Exception {
        poolOf(1);
        var contest = contest(shop.readsThenWrites("A"), shop.readsThenWrites("B"), Optional.of(looks()));

        try (var execution = contest.beginSerially(List.of("B", "A"))) {
            while (!execution.situation().over()) {
                execution.let(Set.of(execution.situation().enabled().getFirst()));
            }
            assertThat(execution.result()).isEqualTo(Map.of("B", "granted", "A", "refused"));
        }
    }

    @Test
    void aLockIsTheApplicationsWay() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        var contest = contest(
                locked(lock, shop.readsThenWrites("A")), locked(lock, shop.readsThenWrites("B")), Optional.of(looks()));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThat(execution.situation().enabled()).containsExactly("A");
            assertThat(execution.situation().standings().get("B")).isInstanceOf(Standing.Blocked.class);
        }
        assertThat(contest.doubts()).isEmpty();
    }

    @Test
    void whereNobodyElseAsksAnythingItCannotBeTold() throws Exception {
        poolOf(1);
        var contest = contest(shop.readsThenWrites("A"), shop.readsThenWrites("B"), Optional.empty());

        contest.begin(List.of("A", "B")).close();

        assertThat(contest.doubts()).singleElement().asString().contains("for a lock, or for a connection");
    }

    private Callable<?> looks() {
        return () -> shop.collection("shelves").find().first();
    }

    private void poolOf(int size) {
        shop = server.connectAnew("maxPoolSize=" + size);
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

    private WireContest<Map<String, String>> contest(
            Callable<?> first, Callable<?> second, Optional<Callable<?>> passerby) {
        return new WireContest<>(
                server.gate(),
                Shop.contest(first, second),
                new RestoredData(server.gate().database(), shop::given),
                shop::answers,
                Set.of(),
                Masking.BY_NAME,
                SHORT,
                passerby,
                Duration.ofMillis(100));
    }
}
