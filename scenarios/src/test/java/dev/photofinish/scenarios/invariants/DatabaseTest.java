package dev.photofinish.scenarios.invariants;

import static dev.photofinish.scenarios.invariants.ShopSystem.invariant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.Verdict;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@EveryEngine
class DatabaseTest {

    private static final String PASSWORD = "pass-of-the-spy";
    private static final String IMPATIENT = "serverSelectionTimeoutMS=200";

    private final TestDatabase data;

    DatabaseTest(TestDatabase data) {
        this.data = data;
    }

    @Test
    void itSaysWhatItIsAndWhere() {
        try (Database database = Database.openNamed(data.uri(), data.name())) {
            assertThat(database.description())
                    .matches("MongoDB \\d+\\.\\d+\\.\\d+ at 127\\.0\\.0\\.1:\\d+/" + data.name());
        }
    }

    @Test
    void theSystemFileNamesTheDatabaseIfTheAddressDoesNot() {
        try (Database database = Database.open(data.uri(), Optional.of("shop"))) {
            assertThat(database.description()).endsWith("/shop");
        }
    }

    @Test
    void withoutAnyNameItAsksForOne() {
        assertThatThrownBy(() -> Database.open(data.uri(), Optional.empty()))
                .isInstanceOf(UnusableAddress.class)
                .hasMessageContaining("mongodb://host:27017/misty");
    }

    @Test
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "the embedded one knows no users")
    void aWrongPasswordIsSaidWithoutThePassword() {
        String uri = data.uri().replace("mongodb://", "mongodb://spy:" + PASSWORD + "@");

        assertThatThrownBy(() -> Database.openNamed(uri, data.name()))
                .isInstanceOf(CannotReachDatabase.class)
                .hasMessageContaining("does not accept the user name or password")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void oneThatGoesAwayIsNotJudged() {
        RunningDatabase running = Databases.start(new DatabaseChoice.Start(data.engine()));
        String separator = running.uri().contains("?") ? "&" : "/?";
        String uri = running.uri().replaceFirst("/+$", "") + separator + IMPATIENT;
        try (Database database = Database.openNamed(uri, "shop")) {
            InvariantChecks checks = InvariantChecks.on(Optional.of(database), Optional.empty());
            running.close();

            Finding finding = checks.onAll(invariant("no-debt"));

            assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(((Finding.Unjudged) finding).why()).endsWith("stopped answering");
        }
    }

    @Test
    void whoIsToldThatNoConnectionIsLeftKnowsThatItIsGone() {
        var server = new ServerId(new ClusterId(), new ServerAddress("127.0.0.1"));

        assertThat(Database.isGone(new MongoConnectionPoolClearedException(server, new IOException("reset"))))
                .isTrue();
        assertThat(Database.isGone(new MongoException("refused"))).isFalse();
    }
}
