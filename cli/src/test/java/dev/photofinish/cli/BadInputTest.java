package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.store.PoolSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong: one clear message, exit code 2 (ask otherwise) or 3 (nobody answers), no stack trace. */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "this is about the command line")
class BadInputTest {

    /** Of one operation and one invariant. */
    static final String SHOP = """
            system: shop
            api: http://127.0.0.1:1
            login: { request: POST /login, body: { name: "{{user.name}}", password: "{{user.password}}" }, token: /token }
            users:
              clerk: [ { name: clerk, password: "${SHOP_PASSWORD:-secret}" } ]
            operations:
              buy: { request: POST /buy, body: { amount: "{{amount}}" } }
            database: { name: shop }
            invariants:
              no-empty-baskets: { collection: baskets, violations: [ { $match: { size: 0 } } ] }
            """;

    private static final String ALLOCATION = "concurrent-stock-allocation";

    @TempDir
    private Path folder;

    @Test
    void nobodyAnswersAtTheAddress() throws IOException {
        String url = "http://127.0.0.1:" + freePort();

        CommandRun.of("race", ALLOCATION, "--url", url)
                .failsWith(3, url, "nothing listens there", "Start the application");
    }

    @Test
    void nothingThatVerifyCouldJudge() {
        CommandRun.of("verify", "--url", "http://127.0.0.1:1")
                .failsWith(2, "no invariant that can be judged", "--mongo");
    }

    @Test
    void theHostIsUnknown() {
        CommandRun.of("race", ALLOCATION, "--url", "http://nas.invalid:8001", "--yes")
                .failsWith(3, "nas.invalid", "is not known", "Check its spelling");
    }

    @Test
    void aWrongPasswordIsNotLetIn(TestDatabase database) throws IOException {
        Path system =
                Files.writeString(folder.resolve("misty.yaml"), bundledSystem().replace("-photofinish}", "-wrong}"));
        Path scenario = Files.writeString(folder.resolve("scenario.yaml"), bundledScenario());
        try (Misty misty = Misty.right(database)) {
            CommandRun.of("race", scenario.toString(), "--system", system.toString(), "--url", misty.url())
                    .failsWith(2, "sales-a", "401", "password");
        }
    }

    @Test
    void aMissingOperationIsPointedAt() throws IOException {
        Path scenario = scenario("buuy", "{ amount: 1 }");

        CommandRun.of("race", scenario.toString(), "--system", shop().toString())
                .refusesWith(2, scenario + ":3:", "buuy", "did you mean \"buy\"");
    }

    @Test
    void aTemplateErrorIsPointedAt() throws IOException {
        Path system = Files.writeString(folder.resolve("shop.yaml"), SHOP.replace("{{amount}}", "{{amount"));

        CommandRun.of("verify", "--system", system.toString(), "--mongo", "mongodb://127.0.0.1:1/shop")
                .refusesWith(2, system + ":7:47:", "a {{ without its }}", "{{name}}");
    }

    @Test
    void aSchemaErrorIsPointedAt() throws IOException {
        Path system = Files.writeString(
                folder.resolve("shop.yaml"), SHOP.replace("request: POST /buy", "requset: POST /buy"));

        CommandRun.of("list", "--system", system.toString())
                .refusesWith(2, system + ":7:", "requset", "did you mean \"request\"");
    }

    @Test
    void aSystemFileThatIsNotThere() {
        CommandRun.of("list", "--system", folder.resolve("none.yaml").toString())
                .refusesWith(2, "none.yaml");
    }

    @Test
    void aPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun.of("serve", "--port", String.valueOf(taken.getLocalPort()))
                    .refusesWith(2, "Port " + taken.getLocalPort(), "in use", "--port");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "verify, --mongo, mongodb://jo:se%cret@nas:27017/misty",
        "serve, --database, mongodb://jo:se%cret@nas:27017/misty",
        "demo, --database, mongodb://jo:secret@nas:port/",
        "verify, --mongo, mongodb://jo:secret@nas:port/misty"
    })
    void aBrokenMongoAddressIsShownWithoutCredentials(String command, String option, String address) {
        CommandRun run = CommandRun.of(command, option, address);

        run.refusesWith(2, "MongoDB address", "xpected");
        assertThat(run.err()).doesNotContain("cret");
    }

    @Test
    void aDatabaseThatIsNone() {
        CommandRun.of("demo", "--database", "oracle").refusesWith(2, "'oracle'", "embedded, mongod, mongod-standalone");
    }

    @Test
    void aMongoThatDoesNotAnswer() throws IOException {
        String address = "127.0.0.1:" + freePort();

        CommandRun.of("verify", "--mongo", "mongodb://jo:secret@" + address + "/misty")
                .refusesWith(3, address, "does not answer");
        CommandRun.of("demo", "--database", "mongodb://" + address).refusesWith(3, address, "does not answer");
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleOfARace() throws Exception {
        try (RunningDatabase mongo = Databases.start(DatabaseChoice.parse("embedded"));
                Relay relay = Relay.to(URI.create(mongo.uri()).getPort());
                MistyServer misty =
                        MistyServer.start(MistySettings.local("mongodb://127.0.0.1:" + relay.port(), "misty")
                                .withPool(impatient()))) {
            CompletableFuture<CommandRun> race = CompletableFuture.supplyAsync(
                    () -> CommandRun.of("race", ALLOCATION, "--url", misty.url().toString(), "--rounds", "100000"));
            relay.awaitBytes(20_000);
            relay.cut();

            CommandRun run = race.get(60, TimeUnit.SECONDS);

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
            assertThat(run.out())
                    .contains("inconclusive", "503", "The database does not")
                    .doesNotContain("\tat ");
            assertThat(run.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void aDatabaseThatGoesAwayWhileInvariantsAreJudged() throws Exception {
        try (RunningDatabase mongo = Databases.start(DatabaseChoice.parse("embedded"));
                Relay relay = Relay.to(URI.create(mongo.uri()).getPort());
                MistyServer misty = MistyServer.start(MistySettings.local(mongo.uri(), "misty"))) {
            CompletableFuture<CommandRun> race = CompletableFuture.supplyAsync(() -> CommandRun.of(
                    "race",
                    ALLOCATION,
                    "--url",
                    misty.url().toString(),
                    "--rounds",
                    "100000",
                    "--mongo",
                    "mongodb://127.0.0.1:" + relay.port() + "/misty"));
            relay.awaitBytes(20_000);
            relay.cut();

            CommandRun run = race.get(60, TimeUnit.SECONDS);

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
            assertThat(run.out() + run.err()).contains("MongoDB").doesNotContain("\tat ", "Client view of cluster");
        }
    }

    @Test
    void noMongodToBeFound() throws Exception {
        assumeFalse(Files.exists(Path.of("/var/run/docker.sock")), "Docker would serve");
        try (Forked demo = Forked.of(
                Map.of(
                        "PATH", "/nonexistent",
                        "HOME", folder.toString(),
                        "XDG_CACHE_HOME", "",
                        "PHOTOFINISH_MONGODB_URI", "",
                        "PHOTOFINISH_MONGOD", "",
                        "DOCKER_HOST", ""),
                "demo",
                "--database",
                "mongod")) {
            demo.end().refusesWith(3, "No real MongoDB", "PATH: no mongod in it", "fetch-mongod");
        }
    }

    @Test
    void aReportThatCannotBeWrittenIsKnownBeforeTheRun() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path below = file.resolve("report.html");

        CommandRun.of("demo", "--html", below.toString()).refusesWith(2, below.toString(), "is no folder", "Choose");
        CommandRun.of("race", ALLOCATION, "--junit", below.toString()).refusesWith(2, below.toString());
        CommandRun.of("verify", "--mongo", "mongodb://127.0.0.1:1/misty", "--json=" + below)
                .refusesWith(2, below.toString());
    }

    @Test
    void aReportPathThatIsAFolder() {
        CommandRun.of("demo", "--html", folder.toString()).refusesWith(2, folder.toString(), "it is a folder");
    }

    /** 203.0.113.0/24 is for documentation (RFC 5737): whoever sent anything there would wait in vain, and end with 3. */
    @Test
    void anotherMachineIsLeftAloneWithoutAYes() {
        CommandRun.of("race", ALLOCATION, "--url", "http://203.0.113.1").failsWith(2, "203.0.113.1", "--yes");
    }

    @Test
    void anUnknownScenario() {
        CommandRun.of("race", "stock").refusesWith(2, "\"stock\"", ALLOCATION);
        CommandRun.of("demo", "stock").refusesWith(2, "\"stock\"", ALLOCATION);
        CommandRun.of("race").refusesWith(2, "SCENARIO", "More: photofinish race --help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --hazard everything      | everything      | order-number",
                "serve --port 99999             | 99999           | 65535",
                "serve --pool-min 9 --pool-max 3| 9               | min <= max",
                "demo --rounds 0                | --rounds        | from 1",
                "demo --rounds many             | 'many'          | from 1",
                "demo --release sideways        | 'sideways'      | plain or last-byte",
                "demo --sweep 5                 | '5'             | 5ms",
                "demo --seed x                  | 'x'             | a whole number, as an earlier run",
                "explore X --seed 1.5           | '1.5'           | a whole number, as an earlier run",
                "serve --pool-min few           | 'few'           | from 0",
                "serve --pool-max 0             | '0'             | from 1",
                "verify                         | --mongo         | --url",
                "race X --url ftp://nas         | ftp://nas       | http://",
                "race X --url http:///path      | http:///path    | http://127.0.0.1:8001",
                "race X --url http://a^b        | http://a^b      | http://127.0.0.1:8001",
                "race X --url http://h --timeout 0 | --timeout    | from 1",
            })
    void anOptionThatMakesNoSense(String commandLine, String found, String expected) {
        CommandRun.of(commandLine.strip().replace(" X ", " " + ALLOCATION + " ").split(" "))
                .refusesWith(2, found.strip(), expected.strip());
    }

    /** Nobody listens at port 1: whoever waited for an application there would end with 3, and only after a while. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X --replay A_C_B                    | with C; the contenders of concurrent-stock-allocation are A, B",
                "X --replay A+D_B                    | with D; the contenders",
                "X --pairs                           | is one contest",
                "pairs-on-stock                      | is about pairs; explore it with --pairs",
                "pairs-on-stock --pair buy,sell      | No contender of pairs-on-stock calls buy. --pair takes two of",
                "pairs-on-stock --pairs --replay A_C | the contenders of pairs-on-stock are A, B",
            })
    void whatIsAskedOfTheExplorerIsHeldAgainstTheFilesBeforeAnybodyIsWaitedFor(String asked, String found) {
        String args = "explore " + asked.strip().replaceFirst("^X", ALLOCATION);
        String there = " --url http://127.0.0.1:1 --mongo mongodb://127.0.0.1:1/misty --listen 127.0.0.1:0";
        Stream.of(there, " --reference")
                .map(where -> Stream.of((args + where).split(" ")).map(arg -> arg.replace('_', ' ')))
                .forEach(line -> CommandRun.of(line.toArray(String[]::new)).failsWith(2, found.strip()));
    }

    @ParameterizedTest
    @CsvSource({"http://jo:secret@127.0.0.1:1", "http://jo:secret@127.0.0.1:port", "http://jo:secret@a^b"})
    void anAddressWithCredentialsIsRefusedAndNotRepeated(String url) {
        CommandRun run = CommandRun.of("race", ALLOCATION, "--url", url);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("secret");
    }

    @Test
    void debugShowsWhereItHappened() {
        CommandRun failed = CommandRun.of("race", "stock", "--debug");
        CommandRun misunderstood = CommandRun.of("race", "--rounds", "0", "--debug");

        assertThat(failed.err()).contains("\tat dev.photofinish");
        assertThat(misunderstood.err()).contains("\tat picocli");
    }

    private Path shop() throws IOException {
        return Files.writeString(folder.resolve("shop.yaml"), SHOP);
    }

    private Path scenario(String operation, String with) throws IOException {
        return Files.writeString(folder.resolve("scenario.yaml"), """
                scenario: two-buyers
                contenders:
                  A: { as: clerk, do: [ { call: %s, with: %s } ] }
                  B: { as: clerk, do: [ { call: buy, with: { amount: 1 } } ] }
                expect: { accepted: 1 }
                """.formatted(operation, with));
    }

    private static String bundledSystem() throws IOException {
        return resource("/misty/misty.yaml");
    }

    private static String bundledScenario() throws IOException {
        return resource("/misty/" + ALLOCATION + ".yaml");
    }

    private static String resource(String name) throws IOException {
        try (var in = BadInputTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static PoolSettings impatient() {
        return new PoolSettings(0, 10, Duration.ofSeconds(10), Duration.ofMillis(400));
    }

    /** Of which nobody answers: it was free a moment ago. */
    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
