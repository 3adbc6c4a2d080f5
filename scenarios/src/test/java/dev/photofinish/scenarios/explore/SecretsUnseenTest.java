package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.TestApplication;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.deployment.TestApplication.Request;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantRun;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A shop that keeps its sessions in its database, under the id that the cookie carries, gives a new refresh token with each
 * answer and repeats the password: none of it is in what is reported, and what is no secret is.
 */
@EveryEngine
class SecretsUnseenTest {

    private static final Path FILES = Path.of("src/test/resources/explore");

    private final TestDatabase owned;
    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private WireGate gate;
    private MongoClient client;
    private MongoDatabase data;
    private Database database;
    private TestApplication application;
    private Deployment deployment;

    SecretsUnseenTest(TestDatabase owned) {
        this.owned = owned;
    }

    @BeforeEach
    void open() throws Exception {
        gate = WireGate.open(WireSettings.parse("127.0.0.1:0", owned.uri(), Optional.empty()));
        client = MongoClients.create(gate.connectionString());
        data = client.getDatabase(owned.name());
        database = Database.openNamed(owned.uri(), owned.name());
        application = TestApplication.start()
                .on("POST /login", this::signIn)
                .on(
                        "POST /things",
                        request -> make(Document.parse(request.body()).getString("id")))
                .on("POST /buy", this::buy);
        deployment = Deployment.at(
                Endpoint.of(application.url(), TlsTrust.system(), Timeouts.DEFAULT),
                SystemFile.read(FILES.resolve("signed-in-shop.yaml"), name -> Optional.empty())
                        .at(application.url()));
    }

    @AfterEach
    void close() {
        deployment.close();
        application.close();
        database.close();
        client.close();
        gate.close();
    }

    @Test
    void noSessionIdTokenOrPasswordIsInAnExploration() throws Exception {
        ExploreSettings settings = TestSettings.of(SearchSettings.DEFAULT, Fresh.RESTORED);
        ExplorationReport explored = new ScenarioExploration(deployment, database, gate, settings)
                .run(ScenarioFile.read(FILES.resolve("buy.yaml"), deployment.system()), Watcher.NONE);

        assertThat(explored.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.discoveries()).hasSizeGreaterThan(1);
        assertThat(explored.toString())
                .contains("find sessions {_id: \"***\"}", "aisle-17")
                .satisfies(noSecrets());
    }

    @Test
    void norInWhatInvariantsFindInTheEnd() throws Exception {
        deployment.sessionOf("clerk");

        InvariantRun run = InvariantRun.ofNow(
                deployment.system().invariants().values(), Optional.of(database), Optional.of(deployment));

        assertThat(run.end().toString()).contains("erin").satisfies(noSecrets());
    }

    /** Of data at rest nobody has been given a cookie. */
    @Test
    void norWhereNobodyIsAsked() throws Exception {
        String id = "7f66924ca40396378357c9f3aca36446";
        given.add(id);
        data.getCollection("sessions").insertOne(new Document("_id", id).append("user", "erin tulip-42"));

        InvariantRun run = InvariantRun.ofNow(
                deployment.system().invariants().values(),
                Optional.of(database),
                Optional.empty(),
                deployment.secrets());

        assertThat(run.end().toString()).contains("erin").satisfies(noSecrets());
    }

    /** Not even half of one: a long text is cut. */
    private Consumer<String> noSecrets() {
        assertThat(given).isNotEmpty();
        return text -> {
            assertThat(text).doesNotContain("tulip-42");
            given.forEach(secret -> assertThat(text).doesNotContainIgnoringCase(secret.substring(0, 8)));
        };
    }

    private Answer signIn(Request request) {
        String session = UUID.randomUUID().toString();
        given.add(session);
        data.getCollection("sessions")
                .insertOne(new Document("_id", session)
                        .append("user", Document.parse(request.body()).getString("name")));
        return Answer.json("{}").with("Set-Cookie", "sid=s%3A" + session + ".c2lnbmF0dXJl; HttpOnly");
    }

    private Answer make(String id) {
        data.getCollection("things")
                .insertOne(new Document("_id", id).append("left", 1).append("place", "aisle-17"));
        return Answer.json("{}");
    }

    private Answer buy(Request request) {
        String session = request.header("Cookie").replaceFirst("sid=s%3A([^.]+)\\..*", "$1");
        String thing = request.target().replaceFirst(".*id=", "");
        Document user =
                data.getCollection("sessions").find(Filters.eq("_id", session)).first();
        Document found =
                data.getCollection("things").find(Filters.eq("_id", thing)).first();
        if (user == null || found == null || found.getInteger("left") == 0) {
            return Answer.status(409);
        }
        data.getCollection("things")
                .updateOne(
                        Filters.eq("_id", thing), Updates.combine(Updates.set("left", 0), Updates.set("by", session)));
        String refresh = UUID.randomUUID().toString();
        given.add(refresh);
        return Answer.json(new Document("refresh", refresh)
                .append("session", session)
                .append("items", List.of("tulip-42", "aisle-17"))
                .toJson());
    }
}
