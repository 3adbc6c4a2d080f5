package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command line in a process of its own, for what a test cannot do to its own process: signals and another environment. */
final class Forked implements AutoCloseable {

    private final Process process;
    private final StringBuilder err = new StringBuilder();
    private final CompletableFuture<String> out;

    private Forked(Process process) {
        this.process = process;
        // a thread of its own: two that live at the same time would wait for each other in the common pool of a small
        // machine
        this.out = CompletableFuture.supplyAsync(
                () -> read(process), task -> Thread.ofPlatform().daemon().start(task));
    }

    static Forked of(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.home=" + environment.getOrDefault("HOME", System.getProperty("user.home")),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return new Forked(builder.start());
    }

    long pid() {
        return process.pid();
    }

    /** Reads standard error until a line says that. */
    void awaitSaying(String words) throws IOException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            err.append(line).append('\n');
            if (line.contains(words)) {
                return;
            }
        }
        throw new AssertionError("It ended without saying \"" + words + "\":\n" + err);
    }

    /** To all of its process group, as a terminal does with Ctrl-C; {@code setsid} made it a group of its own. */
    void terminate() throws IOException, InterruptedException {
        int killed = new ProcessBuilder("kill", "-TERM", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(killed).isZero();
    }

    /** As a crash ends it: nothing of it is put in order. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    CommandRun end() throws Exception {
        process.errorReader(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> err.append(line).append('\n'));
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end:\n" + err);
        }
        return new CommandRun(process.exitValue(), out.get(), err.toString());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
