package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.Document;
import org.junit.jupiter.api.Test;

@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "a server given by its address is a real one")
class DatabasesTest {

    private final TestDatabase database;

    DatabasesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aGivenServerIsAskedWhatItIs() {
        try (RunningDatabase given = Databases.start(DatabaseChoice.parse(database.uri()))) {
            assertThat(given.engine()).isEqualTo(database.engine());
            assertThat(given.uri()).isEqualTo(database.uri());
            assertThat(given.description())
                    .startsWith("MongoDB ")
                    .endsWith(", " + database.engine() + ", given as " + database.uri());
        }
    }

    @Test
    void aGivenServerIsLeftAlone() {
        Databases.start(DatabaseChoice.parse(database.uri())).close();

        assertThat(database.database().runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
    }

    @Test
    void aWrongPasswordIsSaidSoWithoutShowingIt() {
        DatabaseChoice choice = DatabaseChoice.parse(database.uri().replace("mongodb://", "mongodb://nobody:secret@"));

        assertThatThrownBy(() -> Databases.start(choice))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("mongodb://***@")
                .hasMessageContaining("refuses the user name or password")
                .hasMessageNotContainingAny("nobody", "secret");
    }
}
