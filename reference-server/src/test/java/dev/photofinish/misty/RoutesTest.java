package dev.photofinish.misty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "the database has no part in it")
class RoutesTest {

    @Test
    void whatIsNotServedIsSaidAsJson(TestDatabase database) {
        try (TestMisty misty = TestMisty.on(database.uri())) {
            var admin = misty.as("admin");

            var unknown = admin.get("/api/nothing");
            var noSingleLot = admin.get("/api/stock/raw-substrates/x");
            var patch = admin.send("PATCH", "/api/orders/x", "{}", Map.of());

            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.text("/detail")).isEqualTo("Not Found");
            assertThat(noSingleLot.status()).isEqualTo(405);
            assertThat(patch.status()).isEqualTo(405);
            assertThat(patch.text("/detail")).isEqualTo("Method Not Allowed");
        }
    }
}
