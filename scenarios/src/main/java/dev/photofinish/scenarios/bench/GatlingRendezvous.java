package dev.photofinish.scenarios.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Gatling with its own means: {@code rendezVous}, once a round, since a second time it lets everyone pass. In a JVM of its own. */
record GatlingRendezvous() implements Peer {

    private static final long LONGEST_MINUTES = 3;
    private static final String QUIET = """
            <configuration>
              <appender name="STDERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder><pattern>%-5level %logger{20} %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="STDERR"/></root>
            </configuration>
            """;

    @Override
    public String name() {
        return "Gatling rendezVous";
    }

    @Override
    public void race(URI receiver, int rounds) throws Exception {
        Path folder = Files.createTempDirectory("photofinish-gatling");
        try {
            Path log = folder.resolve("gatling.log");
            Process gatling = start(receiver, rounds, folder, log);
            try {
                if (!gatling.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                    throw new IOException("Gatling did not end within %d minutes.".formatted(LONGEST_MINUTES));
                }
                if (gatling.exitValue() != 0) {
                    throw new IOException("Gatling ended with exit code %d:%n%s"
                            .formatted(gatling.exitValue(), Files.readString(log)));
                }
            } finally {
                gatling.destroyForcibly();
            }
        } finally {
            delete(folder);
        }
    }

    private static Process start(URI receiver, int rounds, Path folder, Path log) throws IOException {
        Path logback = Files.writeString(folder.resolve("logback.xml"), QUIET);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dlogback.configurationFile=" + logback,
                        "-D%s=%s".formatted(RendezvousSimulation.RECEIVER, receiver),
                        "-D%s=%d".formatted(RendezvousSimulation.ROUNDS, rounds),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gatling.app.Gatling",
                        "--simulation",
                        RendezvousSimulation.class.getName(),
                        "--results-folder",
                        folder.toString(),
                        "--no-reports")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
