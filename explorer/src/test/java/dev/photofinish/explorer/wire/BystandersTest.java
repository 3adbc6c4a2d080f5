package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import dev.photofinish.explorer.attribution.Ignore;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands that are nobody's step, and contenders that are not as simple as one command after the other. */
@EveryEngine
class BystandersTest {

    private final TestDatabase database;

    @AutoClose("shutdownNow")
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AutoClose
    private final GatedShop gated;

    private final WireGate gate;
    private final Shop shop;

    BystandersTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
        this.gate = gated.gate();
        this.shop = gated.shop();
    }

    @Test
    void whatTheContestIgnoresPassesAndIsCounted() throws Exception {
        Callable<?> withSession = shop.told("A", () -> {
            shop.collection("sessions").find(Filters.eq("_id", "anna")).first();
            shop.collection("jobs").find(Filters.eq("nextRunAt", 1)).first();
            shop.collection("jobs").find(Filters.eq("name", "mine")).first();
            shop.collection("stock").countDocuments();
        });
        var contest = contest(
                Shop.contest(withSession, shop.writesIfEnough("B")),
                Set.of(
                        new Ignore("sessions", Optional.empty(), Set.of()),
                        new Ignore("jobs", Optional.of("FIND"), Set.of("nextRunAt"))));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThat(stepOf("A", execution.situation())).contains("jobs").contains("mine");
            execution.let(Set.of("A"));
            execution.let(Set.of("A"));
            assertThat(execution.let(Set.of("B")).over()).isTrue();
        }

        assertThat(contest.bystanders().ignored())
                .containsEntry("find sessions", 1L)
                .containsEntry("find jobs", 1L);
    }

    @Test
    void whatOnlyIgnoredCommandsWriteIsPutBackAndNoPartOfTheContest() throws Exception {
        Callable<?> withSession = shop.told("A", () -> {
            shop.collection("sessions").insertOne(new Document("seen", 1));
            shop.collection("stock").updateOne(new Document(), new Document("$inc", new Document("quantity", 1)));
        });
        var contest = contest(
                Shop.contest(withSession, shop.writesIfEnough("B")),
                Set.of(new Ignore("sessions", Optional.empty(), Set.of())));

        try (var execution = contest.begin(List.of("A"))) {
            execution.let(Set.of("A"));
            execution.result();
        }

        String name = shop.collection("stock").getNamespace().getDatabaseName();
        assertThat(contest.written().collections())
                .contains(new MongoNamespace(name, "sessions"), new MongoNamespace(name, "stock"));
        assertThat(contest.contested()).containsExactly(new MongoNamespace(name, "stock"));
    }

    @Test
    void aContestThatSendsOnlyWhatItIgnoresCannotBegin() {
        Callable<?> session = () -> shop.collection("sessions").find().first();
        var contest =
                contest(Shop.contest(session, session), Set.of(new Ignore("sessions", Optional.empty(), Set.of())));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> contest.begin(List.of("A", "B")))
                .hasMessageContaining("only such as the contest ignores");
    }

    @Test
    void aScheduledJobsCommandPassesWhileEverybodyIsHeld() throws Exception {
        var contest = contest(Shop.contest(shop.writesIfEnough("A"), shop.writesIfEnough("B")), Set.of());

        try (var execution = contest.begin(List.of("A", "B"))) {
            untilNobodyIsExpected();
            shop.collection("reports").insertOne(new Document("_id", "nightly"));
            execution.let(Set.of("A"));
            assertThat(execution.let(Set.of("B")).over()).isTrue();
        }

        assertThat(contest.bystanders().unowned()).containsEntry("insert reports", 1L);
        assertThat(contest.written().collections()).extracting(Object::toString).contains(database.name() + ".reports");
    }

    @Test
    void whatNobodyInTheContestWroteIsNotPutBack() throws Exception {
        var contest = contest(Shop.contest(shop.writesIfEnough("A"), shop.writesIfEnough("B")), Set.of());
        try (var execution = contest.begin(List.of("A", "B"))) {
            untilNobodyIsExpected();
            shop.collection("reports").insertOne(new Document("_id", "nightly"));
            execution.let(Set.of("A"));
        }

        contest.begin(List.of("A", "B")).close();

        assertThat(database.collection("reports").countDocuments()).isOne();
    }

    @Test
    void commandsThatOneContenderSendsAtOnceAreHeldOneAfterTheOther() throws Exception {
        Callable<?> parallel = asksTwoThingsAtOnce();
        var contest = contest(Shop.contest(parallel, shop.writesIfEnough("B")), Set.of());

        Exploration<Map<String, String>> exploration = Explorations.exhaustive(contest, answers -> false);

        assertThat(exploration.coverage().run()).isEqualTo(3);
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
        assertThat(contest.bystanders().notes()).anyMatch(note -> note.startsWith("A sends several commands at once"));
    }

    @Test
    void whatTheOtherSendsIsNotTakenForOneMoreOfThem() throws Exception {
        Callable<?> parallel = asksTwoThingsAtOnce();
        var contest = contest(Shop.contest(parallel, shop.readsThenWrites("B")), Set.of());

        Exploration<Map<String, String>> exploration = Explorations.exhaustive(contest, answers -> false);

        assertThat(exploration.coverage().steps()).isEqualTo(Map.of("A", 2, "B", 2));
        assertThat(exploration.coverage().run()).isEqualTo(6);
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
        assertThat(contest.bystanders().notes())
                .singleElement()
                .asString()
                .startsWith("A sends several commands at once");
    }

    @Test
    void aContenderThatGoesOnAfterItsAnswerIsFollowedUntilItIsQuiet() throws Exception {
        var late = new LinkedBlockingQueue<Future<?>>();
        Callable<?> answersFirst = () -> {
            shop.collection("stock").countDocuments();
            late.add(others.submit(() -> shop.collection("audit").insertOne(new Document("who", "A"))));
            return "answered";
        };
        answersFirst.call();
        late.take().get(); // or else A would be charged with it in the contest
        var contest = contest(Shop.contest(answersFirst, shop.writesIfEnough("B")), Set.of());

        Exploration<Map<String, String>> exploration = Explorations.exhaustive(contest, answers -> false);

        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().steps()).containsEntry("A", 2).containsEntry("B", 1);
        assertThat(exploration.coverage().run()).isEqualTo(3);
        assertThat(exploration.coverage().complete()).isTrue();
    }

    @Test
    void anApplicationThatIsSlowAtFirstIsWatchedOnceMore() throws Exception {
        asksTwoThingsAtOnce().call(); // or else there would be connections to be opened
        var times = new AtomicInteger();
        Callable<?> slowAtFirst = () -> {
            if (times.incrementAndGet() == 1) {
                after(50);
            }
            return shop.collection("stock").countDocuments();
        };
        var contest = contest(Shop.contest(slowAtFirst, shop.writesIfEnough("B")), Set.of());
        try (var first = contest.begin(List.of("A", "B"))) {
            first.let(Set.of("A"));
            assertThat(first.let(Set.of("B")).over()).isTrue();
        }

        try (var second = contest.begin(List.of("A", "B"))) {
            assertThat(contest.isInALesson()).isTrue();
            second.let(Set.of("A"));
            assertThat(second.let(Set.of("B")).over()).isTrue();
        }

        try (var third = contest.begin(List.of("A", "B"))) {
            assertThat(contest.isInALesson()).isFalse();
            assertThat(third.let(Set.of("A")).over()).isFalse();
        }
    }

    @Test
    void aCursorIsReadAcrossBatchesStepByStep() throws Exception {
        Callable<?> reads = shop.told(
                "A", () -> shop.collection("stock").find().batchSize(2).into(new java.util.ArrayList<>()));
        var contest = new WireContest<>(
                gate,
                Shop.contest(reads, shop.writesIfEnough("B")),
                new RestoredData(gate.database(), () -> {
                    shop.given();
                    shop.collection("stock").insertMany(List.of(new Document(), new Document(), new Document()));
                }),
                shop::answers,
                Set.of());

        try (var execution = contest.begin(List.of("A", "B"))) {
            Situation read = execution.let(Set.of("A"));

            assertThat(read.next("A").orElseThrow().command().name()).isEqualTo("getMore");
            execution.let(Set.of("B"));
            while (!execution.situation().over()) {
                execution.let(Set.of("A"));
            }
        }
    }

    @Test
    void whatPipelinesThatAreAlikeWriteIsPutBackWhereverItGoes() throws Exception {
        database.collection("weekly").insertOne(new Document("_id", "old"));
        database.collection("monthly").insertOne(new Document("_id", "old"));
        Callable<?> reports = shop.told("A", () -> {
            shop.collection("stock")
                    .aggregate(List.of(Aggregates.out("weekly")))
                    .toCollection();
            shop.collection("stock")
                    .aggregate(List.of(Aggregates.out("monthly")))
                    .toCollection();
        });
        var contest = contest(Shop.contest(reports, shop.writesIfEnough("B")), Set.of());
        try (var execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));
            execution.let(Set.of("A"));
        }
        assertThat(database.collection("monthly").find().first()).containsEntry("_id", "S-1");

        try (var next = contest.begin(List.of("A", "B"))) {
            assertThat(next.situation().over()).isFalse();
            assertThat(database.collection("weekly").find()).containsExactly(new Document("_id", "old"));
            assertThat(database.collection("monthly").find()).containsExactly(new Document("_id", "old"));
        }
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "only a replica set has change streams")
    @Timeout(60) // charged with it, a contender never comes to its end
    void aChangeStreamThatTheApplicationWatchesIsNobodys() throws Exception {
        shop.given();
        try (var changes = shop.collection("stock")
                .watch()
                .maxAwaitTime(20, TimeUnit.MILLISECONDS)
                .cursor()) {
            var unused = others.submit(() -> watch(changes));
            // what is given once more would end the stream
            var contest = new WireContest<>(
                    gate,
                    Shop.contest(shop.readsThenWrites("A"), shop.readsThenWrites("B")),
                    new RestoredData(gate.database(), () -> {}),
                    shop::answers,
                    Set.of());

            Exploration<Map<String, String>> found = Explorations.exhaustive(contest, answers -> false);

            assertThat(found.coverage().steps()).isEqualTo(Map.of("A", 2, "B", 2));
            assertThat(found.coverage().run()).isEqualTo(6);
            assertThat(found.coverage().diverged()).isZero();
            assertThat(found.coverage().complete()).isTrue();
            assertThat(contest.bystanders().unowned()).containsKey("getMore stock");
        }
    }

    private static void watch(MongoChangeStreamCursor<?> changes) {
        while (changes.tryNext() != null || changes.getServerCursor() != null) {
            Thread.onSpinWait();
        }
    }

    /** Once before, so that it has its connections. */
    private Callable<?> asksTwoThingsAtOnce() throws Exception {
        Callable<?> parallel = () -> {
            Future<?> one = others.submit(() -> shop.collection("zebras").countDocuments());
            Future<?> two = others.submit(() -> shop.collection("antelopes").countDocuments());
            one.get();
            return two.get();
        };
        parallel.call();
        return parallel;
    }

    /** Until it is too late for a command to be one that a contender has sent late. */
    private void untilNobodyIsExpected() throws Exception {
        after(100);
    }

    private void after(long millis) throws InterruptedException {
        var passed = new CountDownLatch(1);
        var unused = gate.timer().schedule(passed::countDown, millis, TimeUnit.MILLISECONDS);
        passed.await();
    }

    private static String stepOf(String contender, Situation situation) {
        return situation.next(contender).orElseThrow().command().text();
    }

    private WireContest<Map<String, String>> contest(Map<String, Callable<?>> contenders, Set<Ignore> ignored) {
        return new WireContest<>(
                gate, contenders, new RestoredData(gate.database(), shop::given), shop::answers, ignored);
    }
}
