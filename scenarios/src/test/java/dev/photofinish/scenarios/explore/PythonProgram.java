package dev.photofinish.scenarios.explore;

import dev.photofinish.misty.database.InTurn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program in Python that listens on a port of its own, in a process that ends with this one. What it needs from Python's
 * registry is installed when first needed and kept in {@code ~/.cache/photofinish}.
 */
final class PythonProgram implements AutoCloseable {

    private static final Path FOLDER = Path.of(System.getProperty("user.home"), ".cache", "photofinish", "clubhouse-1");
    private static final List<List<String>> INSTALLATION = List.of(
            List.of("python3", "-m", "venv", FOLDER.toString()),
            List.of(FOLDER.resolve("bin/pip").toString(), "-q", "install", "pymongo==4.15.0"));
    private static final Duration INSTALL = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(30);

    private final Process process;
    private final URI url;

    private PythonProgram(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** @return why there is no Python with what is needed on this machine, in a sentence */
    static Optional<String> prepare() throws InterruptedException {
        try {
            return InTurn.in(FOLDER, PythonProgram::install);
        } catch (IOException e) {
            return Optional.of("Python is not installed here: " + e.getMessage() + ".");
        }
    }

    private static Optional<String> install() throws IOException, InterruptedException {
        Path installed = FOLDER.resolve("installed");
        if (Files.exists(installed)) {
            return Optional.empty();
        }
        for (List<String> step : INSTALLATION) {
            Optional<String> failure = failure(step);
            if (failure.isPresent()) {
                return failure;
            }
        }
        Files.createFile(installed);
        return Optional.empty();
    }

    private static Optional<String> failure(List<String> step) throws IOException, InterruptedException {
        Path said = Files.createTempFile("photofinish-python", ".txt");
        Process process = new ProcessBuilder(step)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            boolean ended = process.waitFor(INSTALL.toSeconds(), TimeUnit.SECONDS);
            return ended && process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("This did not work: " + String.join(" ", step) + ". " + Files.readString(said));
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }

    /** Starts it; what it complains about is shown. */
    static PythonProgram start(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(FOLDER.resolve("bin/python").toString());
        command.add(program.toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = process.inputReader().readLine();
        if (port == null) {
            process.destroyForcibly();
            throw new IOException(program + " does not start; it said why on the error output.");
        }
        return new PythonProgram(process, URI.create("http://127.0.0.1:" + port));
    }

    URI url() {
        return url;
    }

    /** @throws IOException if it does not end by itself when its input does */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        boolean ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, END.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly();
            throw new IOException("The program does not end when its input does.");
        }
    }
}
