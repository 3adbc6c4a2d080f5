package dev.photofinish.scenarios.explore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import dev.photofinish.misty.database.TestDatabase;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bson.Document;

/** A shop behind a gate, which sells the last piece of a thing twice, and remembers more or less of what it has read. */
final class RememberingShop implements AutoCloseable {

    private static final Path FILES = Path.of("src/test/resources/explore");

    private final WireGate gate;
    private final MongoClient client;
    private final MongoDatabase data;
    /** The same, past the gate. */
    private final MongoDatabase past;

    private final Database database;
    private final TestApplication application;
    private final Deployment deployment;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean knowsItsSettings = new AtomicBoolean();
    private final Map<String, Integer> leftById = new ConcurrentHashMap<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    /** By thing. */
    private final Map<String, Integer> seats = new ConcurrentHashMap<>();
    /** How many are in the shop. */
    private final AtomicInteger inside = new AtomicInteger();
    /** Once two were in it at the same time nothing is sold any more. */
    private final AtomicBoolean crowded = new AtomicBoolean();
    /** How many seats may be booked of all things together, ever. */
    private final AtomicInteger quota = new AtomicInteger();

    RememberingShop(TestDatabase owned) throws Exception {
        gate = WireGate.open(WireSettings.parse("127.0.0.1:0", owned.uri(), Optional.empty()));
        client = MongoClients.create(gate.connectionString());
        data = client.getDatabase(owned.name());
        past = owned.database();
        database = Database.openNamed(owned.uri(), owned.name());
        application = TestApplication.start()
                .on("POST /things", request -> make())
                .on("POST /take", request -> take(id(request), read(id(request))))
                .on("POST /take-remembered", request -> take(id(request), remembered(id(request))))
                .on("POST /take-unless-crowded", request -> takeUnlessCrowded(id(request)))
                .on("POST /restock", request -> restock(id(request)))
                .on("POST /ask", request -> Answer.json("{\"left\": " + remembered(id(request)) + "}"))
                .on("POST /take-with-settings", request -> takeWithSettings(id(request)))
                .on("POST /book", request -> book(id(request)))
                .on("POST /book-within-quota", request -> quota.get() <= 0 ? Answer.status(409) : book(id(request)))
                .on("POST /swap", request -> swap(id(request), () -> Answer.status(500)))
                .on("POST /swap-or-hang", request -> swap(id(request), this::untilClosed))
                .on("POST /take-guarded", request -> takeGuarded(id(request)))
                .on("POST /take-unguarded", request -> takeUnguarded(id(request)))
                .on("POST /take-writing-past", request -> takeBetween(id(request), data, past))
                .on("POST /take-reading-past", request -> takeBetween(id(request), past, data))
                .on("GET /thing", request -> Answer.json("{\"left\": " + read(past, id(request)) + "}"))
                .on("POST /close-down", request -> closeDown());
        deployment = deployment("remembering-shop", Timeouts.DEFAULT);
    }

    /** So many seats may be booked from now on, whatever the given steps do. */
    void allow(int bookings) {
        quota.set(bookings);
    }

    ExplorationReport explore(String scenario, Fresh fresh) throws Exception {
        return explore(scenario, deployment, fresh, SearchSettings.DEFAULT);
    }

    /** By another system file, with other time-outs; what is found is run again once. */
    ExplorationReport explore(String scenario, String system, Timeouts timeouts) throws Exception {
        try (Deployment other = deployment(system, timeouts)) {
            return explore(scenario, other, Fresh.RESTORED, new SearchSettings(100, Optional.empty(), 0, 1));
        }
    }

    private Deployment deployment(String system, Timeouts timeouts) throws Exception {
        SystemFile file = SystemFile.read(FILES.resolve(system + ".yaml"), name -> Optional.empty())
                .at(application.url());
        return Deployment.at(Endpoint.of(application.url(), TlsTrust.system(), timeouts), file);
    }

    private ExplorationReport explore(String scenario, Deployment deployment, Fresh fresh, SearchSettings search)
            throws Exception {
        ExploreSettings settings = TestSettings.of(search, fresh);
        return new ScenarioExploration(deployment, database, gate, settings)
                .run(ScenarioFile.read(FILES.resolve(scenario + ".yaml"), deployment.system()), Watcher.NONE);
    }

    private Answer make() {
        String id = "thing-" + made.incrementAndGet();
        data.getCollection("things").insertOne(new Document("_id", id).append("left", 1));
        seats.put(id, 1);
        return Answer.json("{\"id\": \"" + id + "\"}");
    }

    private Answer take(String id, int left) {
        if (left == 0) {
            return Answer.status(409);
        }
        data.getCollection("things").updateOne(Filters.eq("_id", id), Updates.set("left", left - 1));
        leftById.replace(id, left - 1);
        return Answer.status(200);
    }

    /** Right, but for what it does where another has come in between. */
    private Answer swap(String id, Supplier<Answer> met) {
        int left = read(id);
        if (left == 0) {
            return Answer.status(409);
        }
        boolean taken = data.getCollection("things")
                        .updateOne(
                                Filters.and(Filters.eq("_id", id), Filters.eq("left", left)),
                                Updates.set("left", left - 1))
                        .getModifiedCount()
                == 1;
        return taken ? Answer.status(200) : met.get();
    }

    private Answer untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return Answer.status(500);
    }

    /** Looks at its memory before its only command, and counts after it. */
    private Answer book(String id) {
        if (seats.getOrDefault(id, 0) < 1) {
            return Answer.status(409);
        }
        data.getCollection("bookings").insertOne(new Document("thing", id));
        seats.merge(id, -1, Integer::sum);
        quota.decrementAndGet();
        return Answer.status(200);
    }

    /** Right. */
    private Answer takeGuarded(String id) {
        boolean taken = data.getCollection("things")
                        .updateOne(Filters.and(Filters.eq("_id", id), Filters.gt("left", 0)), Updates.inc("left", -1))
                        .getModifiedCount()
                == 1;
        return Answer.status(taken ? 200 : 409);
    }

    /** Takes more than there is, if another comes in between. */
    private Answer takeUnguarded(String id) {
        if (read(id) == 0) {
            return Answer.status(409);
        }
        data.getCollection("things").updateOne(Filters.eq("_id", id), Updates.inc("left", -1));
        return Answer.status(200);
    }

    private static Answer takeBetween(String id, MongoDatabase reading, MongoDatabase writing) {
        int left = read(reading, id);
        if (left == 0) {
            return Answer.status(409);
        }
        writing.getCollection("things").updateOne(Filters.eq("_id", id), Updates.set("left", left - 1));
        return Answer.status(200);
    }

    private int read(String id) {
        return read(data, id);
    }

    private static int read(MongoDatabase from, String id) {
        Document thing =
                from.getCollection("things").find(Filters.eq("_id", id)).first();
        return thing == null ? 0 : thing.getInteger("left");
    }

    /** Right, until two are here at the same time: from then on everybody is turned away. */
    private Answer takeUnlessCrowded(String id) {
        boolean closed = crowded.get();
        if (inside.incrementAndGet() > 1) {
            crowded.set(true);
        }
        try {
            read(id);
            return closed ? Answer.status(409) : takeGuarded(id);
        } finally {
            inside.decrementAndGet();
        }
    }

    /** Who asks next reads it anew. */
    private Answer restock(String id) {
        data.getCollection("things").updateOne(Filters.eq("_id", id), Updates.set("left", 5));
        leftById.remove(id);
        return Answer.status(200);
    }

    /** Without a lock: whoever comes while another still reads would be blocked in the application, a second each time. */
    private int remembered(String id) {
        Integer known = leftById.get(id);
        if (known != null) {
            return known;
        }
        int read = read(id);
        leftById.put(id, read);
        return read;
    }

    /** Which it looks up once after its start. */
    private Answer takeWithSettings(String id) {
        if (knowsItsSettings.compareAndSet(false, true)) {
            data.getCollection("settings").find().first();
        }
        return take(id, read(id));
    }

    private Answer closeDown() {
        data.drop();
        return Answer.status(200);
    }

    private static String id(Request request) {
        return request.target().replaceFirst(".*[?&]id=", "");
    }

    @Override
    public void close() {
        closed.countDown();
        deployment.close();
        application.close();
        database.close();
        client.close();
        gate.close();
    }
}
