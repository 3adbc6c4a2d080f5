package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.mongo.Image;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Not a test: how long a schedule takes, with a look at the result and the data put back, against the same requests one after the
 * other, straight to the database, of an application in another language. There is enough for both, so that each does the same in
 * every order.
 *
 * <pre>mvn test -pl explorer -am -Dtest=OtherLanguagesBench -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database is too old for today's drivers")
class OtherLanguagesBench {

    private static final int SCHEDULES = 400;
    private static final SearchSettings ALL = new SearchSettings(5_000, Optional.empty(), 0, 0);

    private final TestDatabase database;

    OtherLanguagesBench(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aScheduleAgainstItsRequests(Language language) throws Exception {
        Optional<String> missing = language.prepare();
        assumeTrue(missing.isEmpty(), () -> "Not measured in " + language + ": " + missing.orElse(""));
        give();
        try (WireGate gate = TestGates.open(database.uri());
                ForeignShop straight = ForeignShop.open(language, database.uri(), database.name());
                ForeignShop gated = ForeignShop.open(language, gate.connectionString(), database.name())) {
            List<Double> alone = new ArrayList<>(requests(gate, straight));
            List<Double> schedules = schedules(gate, gated);
            alone.addAll(requests(gate, straight));
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s: the requests alone %.2f ms, a schedule %.2f ms, %.2f times%n",
                    language,
                    database.engine(),
                    median(alone),
                    median(schedules),
                    median(schedules) / median(alone));
        }
    }

    /** One after the other, on data that are put back as the gate does it; that is not counted. */
    private List<Double> requests(WireGate gate, ForeignShop shop) throws Exception {
        Image image = Image.of(
                gate.database(),
                Set.of(new MongoNamespace(database.name(), "stock"), new MongoNamespace(database.name(), "movements")));
        List<Double> took = new ArrayList<>();
        for (int round = 0; round < SCHEDULES; round++) {
            long begun = System.nanoTime();
            shop.take("A").call();
            shop.take("B").call();
            took.add((System.nanoTime() - begun) / 1e6);
            image.restore();
        }
        return took.subList(SCHEDULES / 2, SCHEDULES);
    }

    private List<Double> schedules(WireGate gate, ForeignShop shop) throws InterruptedException {
        List<Double> took = new ArrayList<>();
        while (took.size() < 2 * SCHEDULES) {
            var contest = new WireContest<>(
                    gate,
                    Shop.contest(shop.take("A"), shop.take("B")),
                    new RestoredData(gate.database(), this::give),
                    this::moved,
                    Set.of());
            Laps laps = new Laps();
            var found = new Explorer(new Strategy.Exhaustive(), ALL)
                    .explore(contest, (turns, moved) -> Judgement.HELD, laps);
            assertThat(found.coverage().run()).isEqualTo(20);
            // the first two teach the gate the application's habits, and wait for that
            took.addAll(laps.took.subList(2, laps.took.size()));
        }
        return took.subList(SCHEDULES, took.size());
    }

    private void give() {
        database.collection("stock").drop();
        database.collection("stock").insertOne(new Document("_id", "S-1").append("quantity", 1_000));
        database.collection("movements").drop();
        database.database().createCollection("movements");
    }

    private List<Document> moved() {
        List<Document> all = database.collection("stock").find().into(new ArrayList<>());
        return database.collection("movements").find().into(all);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** How long each schedule took, from the end of the one before to its own. */
    private static final class Laps implements Watcher {

        private final List<Double> took = new ArrayList<>();
        private long last = System.nanoTime();

        @Override
        public void progress(Coverage soFar) {
            long now = System.nanoTime();
            took.add((now - last) / 1e6);
            last = now;
        }

        @Override
        public boolean stop() {
            return false;
        }
    }
}
