package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.photofinish.explorer.mongo.Image;
import dev.photofinish.explorer.oracle.Result;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Not a test: how long a schedule takes, with a look at the result and the data put back, and then with the serial oracle too,
 * against the same requests one after the other, straight to the database, of an application in another language. What is done
 * is the same in every order.
 *
 * <pre>mvn test -pl explorer -am -Dtest=OtherLanguagesBench -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database is too old for today's drivers")
class OtherLanguagesBench {

    private static final int SCHEDULES = 400;

    private final TestDatabase database;

    OtherLanguagesBench(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void twoTakeFromStock(Language language) throws Exception {
        measure(language, Errand.TAKE);
    }

    @Test
    void twoInvoice() throws Exception {
        measure(Language.ASYNC_PYTHON, Errand.INVOICE);
    }

    private void measure(Language language, Errand errand) throws Exception {
        Optional<String> missing = language.prepare();
        assumeTrue(missing.isEmpty(), () -> "Not measured in " + language + ": " + missing.orElse(""));
        try (WireGate gate = TestGates.open(database.uri());
                ForeignShop straight = ForeignShop.open(language, database.uri(), database.name());
                ForeignShop gated = ForeignShop.open(language, gate.connectionString(), database.name())) {
            List<Double> alone = new ArrayList<>(requests(errand, gate, straight));
            Schedules schedules = schedules(errand, gate, gated);
            alone.addAll(requests(errand, gate, straight));
            double requests = median(alone);
            System.out.printf(
                    Locale.ROOT,
                    "%s %s, %s: the requests alone %.2f ms, a schedule %.2f ms, %.2f times, with the oracle %.2f ms, %.2f times%n",
                    language,
                    errand,
                    database.engine(),
                    requests,
                    schedules.looked(),
                    schedules.looked() / requests,
                    schedules.judged(),
                    schedules.judged() / requests);
        }
    }

    /** Medians: with a look at the result, and with the serial oracle's judgement of it. */
    private record Schedules(double looked, double judged) {}

    /** One after the other, on data that are put back as the gate does it; that is not counted. */
    private List<Double> requests(Errand errand, WireGate gate, ForeignShop shop) throws Exception {
        errand.give(database);
        Image image = Image.of(gate.database(), errand.written(database));
        List<Double> took = new ArrayList<>();
        for (int round = 0; round < SCHEDULES; round++) {
            long begun = System.nanoTime();
            errand.of(shop, "A").call();
            errand.of(shop, "B").call();
            took.add((System.nanoTime() - begun) / 1e6);
            image.restore();
        }
        return took.subList(SCHEDULES / 2, SCHEDULES);
    }

    /** In turns, of one contest, so that the gate waits only once to learn the application's habits. */
    private Schedules schedules(Errand errand, WireGate gate, ForeignShop shop) throws Exception {
        var contest = ForeignContest.begin(errand, database, gate, shop);
        Judge<Result> oracle = contest.oracle();
        List<Double> looked = new ArrayList<>();
        List<Double> judged = new ArrayList<>();
        while (looked.size() < 2 * SCHEDULES) {
            looked.addAll(laps(errand, contest, (turns, result) -> Judgement.HELD));
            judged.addAll(laps(errand, contest, oracle));
        }
        return new Schedules(
                median(looked.subList(SCHEDULES, looked.size())), median(judged.subList(SCHEDULES, judged.size())));
    }

    private static List<Double> laps(Errand errand, ForeignContest contest, Judge<Result> judge)
            throws InterruptedException {
        Laps laps = new Laps();
        var found = contest.explore(new Strategy.Exhaustive(), judge, laps);
        assertThat(found.coverage().run()).isEqualTo(errand.schedules());
        return laps.took;
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
