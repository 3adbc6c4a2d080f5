package dev.photofinish.scenarios.invariants;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.junit.jupiter.api.Test;

@EveryEngine
@OnEngine(value = Engine.STANDALONE, because = "the embedded one refuses nothing")
class RefusedDatabaseTest {

    private final TestDatabase data;

    RefusedDatabaseTest(TestDatabase data) {
        this.data = data;
    }

    @Test
    void aServerThatAnswersNoIsNotSaidToBeSilent() {
        assertThatThrownBy(() -> Database.openNamed(data.uri(), "x".repeat(64)))
                .isInstanceOf(CannotReachDatabase.class)
                .hasMessageContaining(" answers: ")
                .hasMessageContaining("Invalid database name");
    }
}
