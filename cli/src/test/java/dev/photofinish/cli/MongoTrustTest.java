package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.wire.Trust;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.TlsMongod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A MongoDB whose certificate was signed by an authority that this machine has never heard of. */
class MongoTrustTest {

    private static final String EDITING = "simultaneous-order-editing";

    @TempDir
    private static Path folder;

    private static TlsMongod mongod;

    @BeforeAll
    static void start() throws Exception {
        mongod = TlsMongod.start(folder);
    }

    @AfterAll
    static void stop() {
        mongod.close();
    }

    @Test
    void invariantsAreJudgedThere() throws Exception {
        try (WireGate plain = plain("verified")) {
            plain.database()
                    .getDatabase("verified")
                    .getCollection("orders")
                    .insertOne(new Document("order_number", "ADM-2026-0001").append("current_stage", "order_entered"));
        }

        CommandRun run = CommandRun.of("verify", "--mongo", mongod.uri("verified"), "--mongo-trust", trusted());

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("order-numbers-unique", "held");
    }

    @Test
    void aRaceIsJudgedThere() throws Exception {
        try (WireGate plain = plain("raced");
                MistyServer misty = MistyServer.start(MistySettings.local(plain.connectionString(), "raced"))) {
            CommandRun run = CommandRun.of(
                    "race",
                    EDITING,
                    "--rounds",
                    "3",
                    "--url",
                    misty.url().toString(),
                    "--mongo",
                    mongod.uri("raced"),
                    "--mongo-trust",
                    trusted());

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.out()).contains("0/3", "held").doesNotContain("inconclusive");
        }
    }

    @Test
    void theGateStandsBeforeIt() throws Exception {
        Exploring exploring = Exploring.begin(EDITING, mongod.uri("explored"), "--mongo-trust", trusted());
        MistySettings settings =
                MistySettings.local(exploring.mongo(), "explored").withAddress("127.0.0.1", exploring.port());
        try (MistyServer misty = MistyServer.start(settings)) {
            CommandRun run = exploring.end();

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.out()).contains("held", "0 violations");
            assertThat(misty.url().getPort()).isEqualTo(exploring.port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "explore " + EDITING, "race " + EDITING})
    void aCertificateThatNobodyVouchesForIsNotTrustedAndTheOptionIsNamed(String command) {
        run(command, "--url", "http://127.0.0.1:1", "--mongo", mongod.uri("shop"))
                .failsWith(3, "localhost:" + mongod.mongod().port(), "is not trusted", "--mongo-trust FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "explore " + EDITING, "race " + EDITING})
    void aFileThatHoldsNoCertificateIsAWrongRequest(String command) throws IOException {
        Path missing = folder.resolve("missing.pem");
        Path text = Files.writeString(folder.resolve("text.pem"), "hello");
        Path key = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\naGVsbG8=\n-----END PRIVATE KEY-----\n");

        refuses(command, missing, "The file " + missing + " does not exist.");
        refuses(command, text, text + " is no PEM file.");
        refuses(command, key, key + " holds no certificate, only PRIVATE KEY.");
    }

    private static void refuses(String command, Path file, String found) {
        run(command, "--mongo", mongod.uri("shop"), "--mongo-trust", file.toString())
                .refusesWith(2, "--mongo-trust", found, "-----BEGIN CERTIFICATE-----");
    }

    @Test
    void anAddressThatAsksForNoCertificateIsNotSecretlyPlain() {
        CommandRun.of("verify", "--mongo", "mongodb://127.0.0.1:1/shop", "--mongo-trust", trusted())
                .refusesWith(2, "--mongo-trust", "Add tls=true");
    }

    /** A way to it for those who speak no TLS. */
    private static WireGate plain(String database) throws Exception {
        Optional<SSLContext> trust = Optional.of(Trust.onlyIn(mongod.authority()));
        return WireGate.open(WireSettings.parse("127.0.0.1:0", mongod.uri(database), trust));
    }

    private static CommandRun run(String command, String... more) {
        return CommandRun.of(
                Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).toArray(String[]::new));
    }

    private static String trusted() {
        return mongod.authority().toString();
    }
}
