package dev.photofinish.scenarios.explore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.CannotOpenGate;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.TestApplication;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.deployment.TestApplication.Request;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contenders whose first request is accepted and whose second one is not, in a shop for which nobody wrote a rule. */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "it is about what serial orders are made of, which is the same on all")
class RefusedRequestTest {

    private static final Path FILES = Path.of("src/test/resources/explore");

    private final TestDatabase data;
    private final WireGate gate;
    private final MongoClient client;
    private final MongoCollection<Document> things;
    private final AtomicInteger made = new AtomicInteger();
    private TestApplication application;

    RefusedRequestTest(TestDatabase data) throws CannotOpenGate, InterruptedException {
        this.data = data;
        this.gate = WireGate.open(WireSettings.parse("127.0.0.1:0", data.uri(), Optional.empty()));
        this.client = MongoClients.create(gate.connectionString());
        this.things = client.getDatabase(data.name()).getCollection("things");
    }

    @BeforeEach
    void open() throws Exception {
        application = TestApplication.start()
                .on("POST /things", request -> make())
                .on("GET /greeting", request -> Answer.json("{\"hello\": \"clerk\"}"))
                .on("POST /reserve", request -> reserve(id(request)))
                .on("POST /reserve-from-memory", request -> reserveFromMemory(id(request)))
                .on("POST /price", request -> price(id(request)))
                .on("POST /haggle", request -> haggle(id(request)));
    }

    @AfterEach
    void close() {
        application.close();
        client.close();
        gate.close();
    }

    @Test
    void codeThatRefusesOnlyWhoIsInterruptedIsRight() throws Exception {
        ExplorationReport explored = explore("reserve-and-price");

        assertThat(explored.obstacles()).isEmpty();
        assertThat(explored.discoveries()).isEmpty();
        assertThat(explored.coverage().complete()).isTrue();
    }

    @Test
    void anUpdateThatIsLostBeforeARefusalIsNoticed() throws Exception {
        ExplorationReport explored = explore("reserve-and-haggle");

        assertThat(explored.obstacles()).isEmpty();
        assertThat(explored.notices()).extracting(Discovery::rule).containsExactly("serializable");
    }

    @Test
    void aRequestThatAsksTheDatabaseNothingMayStandAlone() throws Exception {
        ExplorationReport explored = explore("greet-and-price");

        assertThat(explored.obstacles()).isEmpty();
        assertThat(explored.discoveries()).isEmpty();
        assertThat(explored.coverage().complete()).isTrue();
    }

    private Answer make() {
        String id = "thing-" + made.incrementAndGet();
        things.insertOne(new Document("_id", id)
                .append("reserved", 0)
                .append("price", 100)
                .append("version", 1));
        return Answer.json("{\"id\": \"" + id + "\"}");
    }

    private Answer reserve(String id) {
        things.updateOne(eq("_id", id), inc("reserved", 1));
        return Answer.status(200);
    }

    private Answer reserveFromMemory(String id) {
        things.updateOne(eq("_id", id), set("reserved", find(id).getInteger("reserved") + 1));
        return Answer.status(200);
    }

    /** Raises it, unless it has changed meanwhile: nobody alone is refused. */
    private Answer price(String id) {
        int version = find(id).getInteger("version");
        boolean unchanged = things.updateOne(
                                and(eq("_id", id), eq("version", version)),
                                new Document("$inc", new Document("version", 1).append("price", 10)))
                        .getModifiedCount()
                == 1;
        return Answer.status(unchanged ? 200 : 409);
    }

    private Answer haggle(String id) {
        return Answer.status(find(id).getInteger("price") < 50 ? 200 : 409);
    }

    private Document find(String id) {
        return Objects.requireNonNull(things.find(eq("_id", id)).first());
    }

    private ExplorationReport explore(String scenario) throws Exception {
        ExploreSettings settings = TestSettings.of(SearchSettings.DEFAULT, Fresh.RESTORED);
        SystemFile system = SystemFile.read(FILES.resolve("corner-shop.yaml"), name -> Optional.empty())
                .at(application.url());
        try (Database database = Database.openNamed(data.uri(), data.name());
                Deployment deployment =
                        Deployment.at(Endpoint.of(application.url(), TlsTrust.system(), Timeouts.DEFAULT), system)) {
            return new ScenarioExploration(deployment, database, gate, settings)
                    .run(ScenarioFile.read(FILES.resolve(scenario + ".yaml"), system), Watcher.NONE);
        }
    }

    private static String id(Request request) {
        return request.target().replaceFirst(".*[?&]id=", "");
    }
}
