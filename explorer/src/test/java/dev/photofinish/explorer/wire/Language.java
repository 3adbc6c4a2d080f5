package dev.photofinish.explorer.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A client in another language, installed from that language's own registry when first needed and kept in
 * {@code ~/.cache/photofinish}.
 */
enum Language {
    PYTHON(
            "client.py",
            List.of(),
            List.of(List.of("python3", "-m", "venv", "."), List.of("bin/pip", "-q", "install", "pymongo==4.15.0")),
            List.of("bin/python", "client.py")),
    NODE(
            "client.mjs",
            List.of(),
            List.of(List.of("npm", "install", "--silent", "--no-audit", "--no-fund", "mongodb@6.20.0")),
            List.of("node", "client.mjs")),
    GO(
            "client.go",
            List.of("go.mod", "go.sum"),
            List.of(List.of("go", "build", "-o", "client", "client.go")),
            List.of("./client"));

    private static final Duration INSTALL = Duration.ofMinutes(2);
    private static final Duration RUN = Duration.ofSeconds(30);

    private final String script;
    private final List<String> files;
    private final List<List<String>> installation;
    private final List<String> command;

    Language(String script, List<String> files, List<List<String>> installation, List<String> command) {
        this.script = script;
        this.files = files;
        this.installation = installation;
        this.command = command;
    }

    /** How a program ended. */
    record Ended(int exitCode, String output) {}

    /** @return why it is not to be had on this machine, in a sentence */
    Optional<String> prepare() throws InterruptedException {
        try {
            Path folder = folder();
            Files.createDirectories(folder);
            copy(script);
            for (String file : files) {
                copy(file);
            }
            if (Files.exists(folder.resolve("installed"))) {
                return Optional.empty();
            }
            for (List<String> step : installation) {
                Ended ended = run(step, INSTALL);
                if (ended.exitCode() != 0) {
                    return Optional.of(
                            String.join(" ", step) + " ended with " + ended.exitCode() + ": " + ended.output());
                }
            }
            Files.createFile(folder.resolve("installed"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(name() + " is not installed here: " + e.getMessage());
        }
    }

    Ended run(String address, String database) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(address, database));
        return run(all, RUN);
    }

    private Ended run(List<String> arguments, Duration patience) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(arguments);
        Path program = folder().resolve(all.getFirst());
        if (Files.exists(program)) {
            all.set(0, program.toString());
        }
        Path output = Files.createTempFile("photofinish-client", ".txt");
        Process process = new ProcessBuilder(all)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            return new Ended(ended ? process.exitValue() : -1, Files.readString(output));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    private void copy(String file) throws IOException {
        try (InputStream content = Language.class.getResourceAsStream("/clients/" + file)) {
            Files.copy(content, folder().resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path folder() {
        return Path.of(
                System.getProperty("user.home"),
                ".cache",
                "photofinish",
                "clients-1",
                name().toLowerCase(java.util.Locale.ROOT));
    }
}
