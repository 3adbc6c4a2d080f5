package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.photofinish.explorer.data.Image;
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
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Not a test: how long a schedule takes, with a look at the result and the data put back, half of the time with the serial oracle
 * too, against the same requests one after the other, straight to the database, of an application in another language. What is
 * done is the same in every order. The two are measured in turns, a few of each: a machine's speed changes from minute to minute,
 * and Java's with all it has done.
 *
 * <pre>mvn test -pl explorer -am -Dtest=OtherLanguagesBench -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database is too old for today's drivers")
class OtherLanguagesBench {

    private static final int SCHEDULES = 1_600;
    private static final int IN_A_ROW = 20;
    private static final int COLD = 200;

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
            ForeignContest contest = ForeignContest.begin(errand, database, gate, gated);
            Image image = Image.of(gate.database(), errand.written(database));
            Turns turns = new Turns(() -> milliseconds(errand, straight, image), contest);
            Judge<Result> oracle = contest.oracle();
            while (turns.schedules.size() < SCHEDULES) {
                explore(errand, contest, (order, result) -> Judgement.HELD, turns);
                explore(errand, contest, oracle, turns);
            }
            System.out.printf("%s %s, %s%n%s", language, errand, database.engine(), turns.report());
        }
    }

    private static void explore(Errand errand, ForeignContest contest, Judge<Result> judge, Turns turns)
            throws InterruptedException {
        turns.begin();
        var found = contest.explore(new Strategy.Exhaustive(), judge, turns);
        assertThat(found.coverage().run()).isEqualTo(errand.schedules());
    }

    /** One after the other, on data that are put back as the gate does it; that is not counted. */
    private static double milliseconds(Errand errand, ForeignShop shop, Image image) {
        image.restore();
        long begun = System.nanoTime();
        try {
            errand.of(shop, "A").call();
            errand.of(shop, "B").call();
        } catch (Exception unanswered) {
            throw new IllegalStateException(unanswered);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Some schedules, as many times the same requests, and so on. */
    private static final class Turns implements Watcher {

        private final DoubleSupplier requests;
        private final ForeignContest contest;
        private final List<Double> schedules = new ArrayList<>();
        private final List<Double> alone = new ArrayList<>();
        private long begun;

        Turns(DoubleSupplier requests, ForeignContest contest) {
            this.requests = requests;
            this.contest = contest;
        }

        void begin() {
            begun = System.nanoTime();
        }

        @Override
        public void progress(Coverage soFar) {
            schedules.add((System.nanoTime() - begun) / 1e6);
            while (schedules.size() % IN_A_ROW == 0 && alone.size() < schedules.size()) {
                alone.add(requests.getAsDouble());
                contest.forget();
            }
            begin();
        }

        @Override
        public boolean stop() {
            return false;
        }

        String report() {
            int all = alone.size();
            return times("the first " + COLD, 0, COLD)
                    + times("the last half", all / 2, all)
                    + times("all " + all, 0, all);
        }

        private String times(String which, int from, int to) {
            double schedule = median(schedules.subList(from, to));
            double requests = median(alone.subList(from, to));
            return String.format(
                    Locale.ROOT,
                    "  %s: the requests alone %.2f ms, a schedule %.2f ms, %.2f times%n",
                    which,
                    requests,
                    schedule,
                    schedule / requests);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
