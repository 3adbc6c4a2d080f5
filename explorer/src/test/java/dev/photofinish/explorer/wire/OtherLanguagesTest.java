package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drivers of other languages as they are, none of which may find a way past the gate. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database is too old for today's drivers")
class OtherLanguagesTest {

    private final TestDatabase database;

    OtherLanguagesTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void findsInsertsUpdatesAndTransactionsPass(Language language) throws Exception {
        Optional<String> missing = language.prepare();
        assumeTrue(missing.isEmpty(), () -> "Not tried with " + language + ": " + missing.orElse(""));

        try (WireGate gate = TestGates.open(database.uri())) {
            Language.Ended ended = language.run(Language.CLIENT, gate.connectionString(), database.name());

            assertThat(ended.output()).isEqualToIgnoringNewLines("servers " + hostOf(gate));
            assertThat(ended.exitCode()).isZero();
            assertThat(gate.gateway().connections()).isPositive();
        }
        assertThat(quantity(1)).isEqualTo(20);
        assertThat(quantity(2)).isZero();
    }

    private int quantity(int id) {
        return database.collection("stock")
                .find(new Document("_id", id))
                .first()
                .getInteger("quantity");
    }

    private static String hostOf(WireGate gate) {
        return gate.connectionString().replaceAll("mongodb://(.*)/.*", "$1");
    }
}
