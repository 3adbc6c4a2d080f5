package dev.photofinish.scenarios.race;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.TestApplication;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.deployment.TestApplication.Page;
import dev.photofinish.scenarios.deployment.TestApplication.Request;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An application with things that can be taken, once if it is right, and what it takes to race against it. Tests replace the
 * page that they are about.
 */
final class ThingShop implements AutoCloseable {

    /** Needs escapes in JSON and in a form. */
    static final String PASSWORD = "top \"secret\" & more";

    /** For what comes at once unless something is broken. */
    static final long LONGEST_SECONDS = 20;

    private static final Path FILES = Path.of("src/test/resources/race");

    private final TestApplication application;
    private final Deployment deployment;
    private int made;
    private final Map<String, AtomicInteger> takenById = new ConcurrentSkipListMap<>();

    private ThingShop(TestApplication application, Deployment deployment) {
        this.application = application;
        this.deployment = deployment;
    }

    static ThingShop open() throws Exception {
        return open(Timeouts.DEFAULT);
    }

    static ThingShop open(Timeouts timeouts) throws Exception {
        TestApplication application = TestApplication.start();
        SystemFile system = SystemFile.read(FILES.resolve("shop.yaml"), name -> Optional.of(PASSWORD))
                .at(application.url());
        Deployment deployment = Deployment.at(Endpoint.of(application.url(), TlsTrust.system(), timeouts), system);
        ThingShop shop = new ThingShop(application, deployment);
        application
                .on("POST /things", request -> shop.make())
                .on("GET /things", request -> shop.list())
                .on("GET /thing", request -> Answer.json(shop.shown(id(request))))
                .on("GET /peek", request -> Answer.status(204))
                .on("POST /take", request -> shop.takeOnce(id(request)))
                .on("DELETE /thing", request -> shop.remove(id(request)));
        return shop;
    }

    ThingShop on(String request, Page page) {
        application.on(request, page);
        return this;
    }

    TestApplication application() {
        return application;
    }

    Deployment deployment() {
        return deployment;
    }

    ScenarioFile scenario(String name) {
        return ScenarioFile.read(FILES.resolve(name + ".yaml"), deployment.system());
    }

    ContestReport race(String scenario, int rounds) throws Exception {
        return new Race(deployment, Optional.empty(), settings(rounds))
                .run(scenario(scenario), soFar -> {}, () -> false);
    }

    static RaceSettings settings(int rounds) {
        return settings(rounds, Optional.empty());
    }

    static RaceSettings settings(int rounds, Optional<Duration> sweep) {
        return new RaceSettings(
                rounds, Release.PLAIN, sweep, 7, "test", "shop", (name, round) -> "again " + name + " " + round);
    }

    /** Reads how often the thing was taken, waits until the other has read it too, and writes one more. */
    Page findThenSet() {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        return request -> {
            int taken = taken(id(request));
            bothHaveRead.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            return set(id(request), taken + 1);
        };
    }

    int taken(String id) {
        return counter(id).get();
    }

    /** What a take without a guard does once it has read how often the thing was taken. */
    Answer set(String id, int taken) {
        counter(id).set(taken);
        return Answer.status(200);
    }

    int things() {
        return takenById.size();
    }

    static String id(Request request) {
        return request.target().replaceFirst(".*[?&]id=", "");
    }

    private AtomicInteger counter(String id) {
        return Objects.requireNonNull(takenById.get(id), () -> "there is no thing " + id);
    }

    private synchronized Answer make() {
        String id = "t" + made++;
        takenById.put(id, new AtomicInteger());
        return Answer.json("{\"id\": \"" + id + "\"}");
    }

    private Answer takeOnce(String id) {
        return Answer.status(counter(id).compareAndSet(0, 1) ? 200 : 409);
    }

    private Answer list() {
        return Answer.json(
                takenById.keySet().stream().map(this::shown).collect(Collectors.joining(", ", "{\"things\": [", "]}")));
    }

    private String shown(String id) {
        return "{\"id\": \"" + id + "\", \"taken\": " + taken(id) + "}";
    }

    private Answer remove(String id) {
        takenById.remove(id);
        return Answer.status(204);
    }

    @Override
    public void close() {
        deployment.close();
        application.close();
    }
}
