package dev.photofinish.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.javaapi.core.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulations under Gatling itself, each in a JVM of its own, since Gatling ends the one it runs in. */
class GatlingContestTest {

    private static final int ROUNDS = 10;
    private static final int HELD = 0;
    private static final int ASSERTIONS_FAILED = 2;
    private static final long LONGEST_MINUTES = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(classes = {JobCardStageProgressionSimulation.class, SimultaneousOrderEditingSimulation.class})
    void theRightCodeHoldsInEveryRound(Class<? extends Simulation> simulation) throws Exception {
        Run run = run(simulation, "none");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(HELD);
        assertThat(run.output()).contains("judgement: count of all events is 10.0 : true");
        assertThat(run.output()).contains("judgement: count of failed events is 0.0 : true");
    }

    @ParameterizedTest
    @ValueSource(classes = {JobCardStageProgressionSimulation.class, RapidInvoiceGenerationSimulation.class})
    void theRacyCodeFailsTheAssertion(Class<? extends Simulation> simulation) throws Exception {
        Run run = run(simulation, "all");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(ASSERTIONS_FAILED);
        assertThat(run.output()).contains("judgement: count of all events is 10.0 : true");
        assertThat(run.output()).contains("judgement: count of failed events is 0.0 : false");
    }

    /** What a JVM ended with and wrote. */
    private record Run(int exitCode, String output) {}

    private Run run(Class<? extends Simulation> simulation, String hazard) throws Exception {
        Path log = folder.resolve("gatling.log");
        Process gatling = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dphotofinish.rounds=" + ROUNDS,
                        "-Dphotofinish.hazard=" + hazard,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gatling.app.Gatling",
                        "--simulation",
                        simulation.getName(),
                        "--results-folder",
                        folder.resolve("results").toString(),
                        "--no-reports")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(gatling.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                    .as("Gatling ends within %d minutes: %s", LONGEST_MINUTES, Files.readString(log))
                    .isTrue();
            return new Run(gatling.exitValue(), Files.readString(log));
        } finally {
            gatling.destroyForcibly();
        }
    }
}
