package dev.photofinish.scenarios.explore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The application of the cases whose right verdict is known, {@code clubhouse.py}, in a process of its own behind a gate. */
final class Clubhouse implements AutoCloseable {

    private static final Path FILES = Path.of("src/test/resources/explore/cases");

    private final WireGate gate;
    private final PythonProgram program;

    private Clubhouse(WireGate gate, PythonProgram program) {
        this.gate = gate;
        this.program = program;
    }

    /** Skips the test where there is no Python. */
    static Clubhouse open(TestDatabase data) throws Exception {
        return open(data, "", List.of());
    }

    /** The same, but it also looks for work all the time, whether or not anybody asks it anything. */
    static Clubhouse openLookingForWork(TestDatabase data) throws Exception {
        return open(data, "", List.of("looking"));
    }

    /** The same, with one connection to its database. */
    static Clubhouse openWithOneConnection(TestDatabase data) throws Exception {
        return open(data, "maxPoolSize=1", List.of());
    }

    /** The same, with a clerk who looks for mail to be sent that often. */
    static Clubhouse openWithAClerk(TestDatabase data, Duration often) throws Exception {
        return open(data, "", List.of("writing", String.valueOf(often.toMillis() / 1e3)));
    }

    /** What comes of a scenario at one that does nothing of its own accord. */
    static ExplorationReport explored(TestDatabase data, String scenario, Duration settle, int again) throws Exception {
        try (Clubhouse clubhouse = open(data);
                Database judged = Database.openNamed(data.uri(), data.name())) {
            return clubhouse.explore(scenario, judged, settle, again);
        }
    }

    private static Clubhouse open(TestDatabase data, String option, List<String> more) throws Exception {
        Optional<String> missing = PythonProgram.prepare();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        WireGate gate = WireGate.open(WireSettings.parse("127.0.0.1:0", data.uri(), Optional.empty()));
        try {
            String address = with(gate.connectionString(), option);
            String[] arguments = Stream.concat(Stream.of(address, data.uri(), data.name()), more.stream())
                    .toArray(String[]::new);
            return new Clubhouse(gate, PythonProgram.start(FILES.resolve("clubhouse.py"), arguments));
        } catch (IOException e) {
            gate.close();
            throw e;
        }
    }

    private static String with(String address, String option) {
        if (option.isEmpty()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + option;
    }

    /**
     * @param judged the database that the rules look at
     * @param settle how long to wait after an answer while nothing is known about what comes then
     * @param again how often what was found is run again
     */
    ExplorationReport explore(String scenario, Database judged, Duration settle, int again) throws Exception {
        ExploreSettings settings =
                TestSettings.of(new SearchSettings(500, Optional.empty(), 1, again), Fresh.RESTORED, settle);
        SystemFile system = SystemFile.read(FILES.resolve("clubhouse.yaml"), name -> Optional.empty())
                .at(program.url());
        try (Deployment deployment =
                Deployment.at(Endpoint.of(program.url(), TlsTrust.system(), Timeouts.DEFAULT), system)) {
            return new ScenarioExploration(deployment, judged, gate, settings)
                    .run(ScenarioFile.read(FILES.resolve(scenario + ".yaml"), system), Watcher.NONE);
        }
    }

    @Override
    public void close() throws IOException {
        try (gate) {
            program.close();
        }
    }
}
