package dev.photofinish.explorer.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.photofinish.explorer.driver.ContestBuilder;
import dev.photofinish.explorer.driver.DriverGate;
import dev.photofinish.explorer.driver.DriverSettings;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the driver gate costs: each schedule of racy sales, from fresh data to judgement, against the same sales one after the
 * other on a client without the gate. By turns, so that both meet the same weather.
 *
 * @param rounds how often the contest is explored, whole; the first half only warms up
 */
public record DriverBench(int rounds) {

    public static final DriverBench DEFAULT = new DriverBench(400);

    private static final String DATABASE = "photofinish_bench_driver";
    private static final List<String> NAMES = List.of("A", "B", "C");

    /** Three sales have 90 schedules, two have 6. */
    private static final int MOST = 90;

    /**
     * Measures two contenders on each kind of threads, once both have been run to let Java compile them.
     *
     * @param uri of a server, on which a database is made and dropped again
     * @param each is told when one has been measured
     */
    public void measure(String uri, Consumer<DriverCost> each) throws InterruptedException {
        for (DriverSettings.Threads threads : DriverSettings.Threads.values()) {
            var unused = measure(uri, threads, 2);
        }
        for (DriverSettings.Threads threads : DriverSettings.Threads.values()) {
            each.accept(measure(uri, threads, 2));
        }
    }

    /** @param contenders two or three */
    DriverCost measure(String uri, DriverSettings.Threads threads, int contenders) throws InterruptedException {
        DriverGate gate = new DriverGate(DriverSettings.DEFAULT.withThreads(threads));
        try (MongoClient bare = MongoClients.create(uri);
                MongoClient held = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .addCommandListener(gate.listener())
                        .build())) {
            try {
                return measure(threads, new Till(bare, DATABASE), new Till(held, DATABASE), gate, contenders);
            } finally {
                bare.getDatabase(DATABASE).drop();
            }
        }
    }

    private DriverCost measure(DriverSettings.Threads threads, Till bare, Till held, DriverGate gate, int contenders)
            throws InterruptedException {
        Contest<Integer> contest = contest(held, gate, contenders);
        List<Long> sales = new ArrayList<>();
        List<Long> schedules = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean warm = round >= rounds / 2;
            Laps laps = new Laps();
            new Explorer(new Strategy.Exhaustive(), new SearchSettings(MOST, Optional.empty(), 0, 1))
                    .explore(contest, (turns, left) -> Judgement.HELD, laps);
            if (warm) {
                schedules.addAll(laps.nanos);
            }
            for (int lap = 0; lap < laps.nanos.size(); lap++) {
                long nanos = oneAfterTheOther(bare, contenders);
                if (warm) {
                    sales.add(nanos);
                }
            }
        }
        return new DriverCost(threads, contenders, sales, schedules);
    }

    private static Contest<Integer> contest(Till till, DriverGate gate, int contenders) {
        ContestBuilder builder = gate.contest().freshData(till::fill);
        NAMES.subList(0, contenders).forEach(name -> builder.contender(name, till::sell));
        return builder.result(outcomes -> till.left());
    }

    private static long oneAfterTheOther(Till till, int contenders) {
        long begun = System.nanoTime();
        till.fill();
        int sold = 0;
        for (int contender = 0; contender < contenders; contender++) {
            sold += till.sell();
        }
        int left = till.left();
        long nanos = System.nanoTime() - begun;
        if (left != Till.STOCK - sold) {
            throw new IllegalStateException("One after the other, the till is right; it holds " + left + ".");
        }
        return nanos;
    }

    /** The time from schedule to schedule; that of the first one of an exploration is not known. */
    private static final class Laps implements Watcher {

        private final List<Long> nanos = new ArrayList<>();
        private long last;

        @Override
        public void progress(Coverage soFar) {
            long now = System.nanoTime();
            if (soFar.run() > 1) {
                nanos.add(now - last);
            }
            last = now;
        }

        @Override
        public boolean stop() {
            return false;
        }
    }
}
