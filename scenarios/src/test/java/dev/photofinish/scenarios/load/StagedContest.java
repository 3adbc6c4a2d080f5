package dev.photofinish.scenarios.load;

import dev.photofinish.misty.MistyServer;
import dev.photofinish.misty.MistySettings;
import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Release;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.race.ExternalRounds;
import dev.photofinish.scenarios.race.RaceSettings;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.template.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A bundled scenario with everything a simulation needs, from system properties: {@code photofinish.url} and
 * {@code photofinish.mongo} of a deployment, or, without a URL, a reference server of its own on the embedded database with
 * {@code photofinish.hazard}; {@code photofinish.rounds} (20).
 */
final class StagedContest implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final URI api;
    private final GatlingContest gatling;

    StagedContest(String scenario) throws NoAnswerException {
        int rounds = Integer.getInteger("photofinish.rounds", 20);
        Optional<String> url = Optional.ofNullable(System.getProperty("photofinish.url"));
        Optional<String> mongo = Optional.ofNullable(System.getProperty("photofinish.mongo"));
        if (url.isEmpty()) {
            RunningDatabase running = keep(Databases.start(DatabaseChoice.parse("embedded")));
            Hazards hazards =
                    new Hazards(Hazard.parse(System.getProperty("photofinish.hazard", "none")), Duration.ZERO);
            MistyServer server = keep(MistyServer.start(
                    MistySettings.local(running.uri(), "gatling").withHazards(hazards)));
            url = Optional.of(server.url().toString());
            mongo = Optional.of(running.uri() + (running.uri().endsWith("/") ? "" : "/") + "gatling");
        }
        this.api = URI.create(url.get());
        SystemFile system = SystemFile.bundled("misty", Environment.ofProcess()).at(api);
        Deployment deployment = keep(Deployment.at(Endpoint.of(api, TlsTrust.system(), Timeouts.DEFAULT), system));
        Optional<Database> database = mongo.map(uri -> keep(Database.open(uri, system.database())));
        ScenarioFile file = ScenarioFile.bundled(scenario, system);
        RaceSettings settings = new RaceSettings(
                rounds,
                Release.PLAIN,
                Optional.empty(),
                0,
                "g" + Long.toString(System.currentTimeMillis(), 36),
                "Gatling",
                (name, round) -> "");
        this.gatling = new GatlingContest(file, keep(ExternalRounds.of(file, deployment, database, settings)), rounds);
    }

    GatlingContest gatling() {
        return gatling;
    }

    URI api() {
        return api;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("could not be closed", e);
            }
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }
}
