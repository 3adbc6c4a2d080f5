package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** An application in a process of its own that goes on computing after an answer, and nothing tells from outside that it does. */
@EveryEngine
@OnEngine(value = Engine.STANDALONE, because = "where commands go makes no difference")
class AtWorkTest {

    /** Twice as long, it is waited for whoever is awake. */
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final TestDatabase database;

    AtWorkTest(TestDatabase database) {
        this.database = database;
    }

    /** Whoever does the same and is answered the same did nothing afterwards, when it was alone. */
    @Test
    void whatItWritesInTheEndIsTheContendersThoughNothingWasKnownToCome() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "No /proc here: nobody can look at threads.");
        Optional<String> missing = Language.PYTHON.prepare();
        assumeTrue(missing.isEmpty(), () -> "Not explored in Python: " + missing.orElse(""));
        try (WireGate gate = TestGates.open(database.uri());
                ForeignShop shop = ForeignShop.open(Language.PYTHON, gate.connectionString(), database.name())) {
            database.collection("stock").insertOne(new Document("_id", "S-1").append("quantity", 100));
            var contest = contest(gate, shop);

            long reports;
            try (Execution<Long> execution = contest.beginSerially(List.of("A", "B"))) {
                reports = toTheEnd(execution);
            }

            assertThat(reports).isEqualTo(1);
            assertThat(contest.doubts()).isEmpty();
            assertThat(contest.bystanders().notes())
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("insert reports comes after the answer, in some runs only")
                            .endsWith("it is its contender's like all that comes before."));
        }
    }

    private WireContest<Long> contest(WireGate gate, ForeignShop shop) {
        return new WireContest<>(
                gate,
                Shop.contest(shop.takeAndReport("A"), shop.takeAndReport("B")),
                new RestoredData(gate.database(), () -> {}),
                () -> database.collection("reports").countDocuments(),
                Set.of(),
                Masking.BY_NAME,
                Patience.DEFAULT,
                Optional.empty(),
                SETTLE);
    }

    private static <R> R toTheEnd(Execution<R> execution) throws InterruptedException {
        while (!execution.situation().over()) {
            execution.let(Set.of(execution.situation().enabled().getFirst()));
        }
        return execution.result();
    }
}
