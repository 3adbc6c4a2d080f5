package dev.photofinish.explorer.driver;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.RunningDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the driver gate costs: schedules of two and three sales, in turns as wild as they can be, against the same sales one after
 * the other without a gate. Arguments: a database, such as {@code embedded} or {@code mongod}, and the kind of threads.
 */
final class DriverGateBenchmark {

    private static final int ROUNDS = 2_000;
    private static final List<String> NAMES = List.of("A", "B", "C");

    private DriverGateBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (RunningDatabase database = Databases.start(DatabaseChoice.parse(arguments[0]))) {
            DriverSettings.Threads threads = DriverSettings.Threads.valueOf(arguments[1]);
            DriverGate gate = new DriverGate(DriverSettings.DEFAULT.withThreads(threads));
            try (MongoClient bare = MongoClients.create(database.uri());
                    MongoClient held = MongoClients.create(MongoClientSettings.builder()
                            .applyConnectionString(new ConnectionString(database.uri()))
                            .addCommandListener(gate.listener())
                            .build())) {
                for (int contenders = 2; contenders <= 3; contenders++) {
                    compare(contenders, new Till(bare.getDatabase("bare")), new Till(held.getDatabase("held")), gate);
                }
            }
        }
    }

    /** By turns, so that both meet the same weather. */
    private static void compare(int contenders, Till bare, Till held, DriverGate gate) throws Exception {
        ContestBuilder builder = gate.contest().freshData(held::fill);
        NAMES.subList(0, contenders).forEach(name -> builder.contender(name, () -> sale(held)));
        Contest<Integer> contest = builder.result(outcomes -> held.left());
        long[] bareNanos = new long[ROUNDS];
        long[] heldNanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bareNanos[round] = serially(contenders, bare);
            heldNanos[round] = inTurns(contest);
        }
        double bareMicros = medianMicros(bareNanos);
        double heldMicros = medianMicros(heldNanos);
        System.out.printf(
                "%d contenders: %.0f µs bare, %.0f µs a schedule (%.0f a second), %.2f times%n",
                contenders, bareMicros, heldMicros, 1e6 / heldMicros, heldMicros / bareMicros);
    }

    private static int sale(Till till) {
        return till.findThenSet(80) ? 80 : 0;
    }

    private static long serially(int contenders, Till till) {
        long start = System.nanoTime();
        till.fill();
        int sold = 0;
        for (int contender = 0; contender < contenders; contender++) {
            sold += sale(till);
        }
        long end = System.nanoTime();
        if (till.left() != 100 - sold) {
            throw new IllegalStateException("One after the other, the shop is right.");
        }
        return end - start;
    }

    private static long inTurns(Contest<Integer> contest) throws CannotBegin, InterruptedException {
        long start = System.nanoTime();
        try (Execution<Integer> execution = contest.begin(contest.contenders())) {
            for (int turn = 0; !execution.situation().over(); turn++) {
                List<String> enabled = execution.situation().enabled();
                execution.let(Set.of(enabled.get(turn % enabled.size())));
            }
        }
        return System.nanoTime() - start;
    }

    /** Of the second half, when all is warm. */
    private static double medianMicros(long[] nanos) {
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1e3;
    }
}
