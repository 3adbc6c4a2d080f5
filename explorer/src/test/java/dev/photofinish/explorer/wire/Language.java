package dev.photofinish.explorer.wire;

import dev.photofinish.misty.database.InTurn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Programs in another language, or in another style of one, with what they need from that language's own registry, installed when
 * first needed and kept in {@code ~/.cache/photofinish}. Each has {@code client}, which uses its driver a little and ends, and
 * {@code shop}, an application.
 */
enum Language {
    PYTHON(
            ".py",
            List.of(),
            List.of(List.of("python3", "-m", "venv", "."), List.of("bin/pip", "-q", "install", "pymongo==4.15.0")),
            List.of("bin/python", "%s.py")),
    ASYNC_PYTHON(
            "_async.py",
            List.of(),
            List.of(
                    List.of("python3", "-m", "venv", "."),
                    List.of(
                            "bin/pip",
                            "-q",
                            "install",
                            "fastapi==0.165.0",
                            "pydantic==2.14.4",
                            "uvicorn==0.54.0",
                            "motor==3.7.1",
                            "pymongo==4.20.1")),
            List.of("bin/python", "%s_async.py")),
    NODE(
            ".mjs",
            List.of(),
            List.of(List.of("npm", "install", "--silent", "--no-audit", "--no-fund", "mongodb@6.20.0")),
            List.of("node", "%s.mjs")),
    GO(
            ".go",
            List.of("go.mod", "go.sum"),
            List.of(
                    List.of("go", "build", "-o", "client", "client.go"),
                    List.of("go", "build", "-o", "shop", "shop.go")),
            List.of("./%s"));

    static final String CLIENT = "client";
    static final String SHOP = "shop";

    private static final Duration INSTALL = Duration.ofMinutes(2);
    private static final Duration RUN = Duration.ofSeconds(30);

    private final String suffix;
    private final List<String> files;
    private final List<List<String>> installation;
    private final List<String> command;

    /** @param command runs the program whose name is put in */
    Language(String suffix, List<String> files, List<List<String>> installation, List<String> command) {
        this.suffix = suffix;
        this.files = files;
        this.installation = installation;
        this.command = command;
    }

    /** How a program ended. */
    record Ended(int exitCode, String output) {}

    /** @return why it is not to be had on this machine, in a sentence */
    Optional<String> prepare() throws InterruptedException {
        try {
            return InTurn.in(folder(), this::install);
        } catch (IOException e) {
            return Optional.of(name() + " is not installed here: " + e.getMessage());
        }
    }

    private Optional<String> install() throws IOException, InterruptedException {
        Path installed = folder().resolve("installed");
        String wanted = copyAll();
        if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
            return Optional.empty();
        }
        for (List<String> step : installation) {
            Ended ended = run(step, INSTALL);
            if (ended.exitCode() != 0) {
                return Optional.of(String.join(" ", step) + " ended with " + ended.exitCode() + ": " + ended.output());
            }
        }
        Files.writeString(installed, wanted);
        return Optional.empty();
    }

    /** Runs a program to its end. */
    Ended run(String program, String... arguments) throws IOException, InterruptedException {
        return run(commandLine(program, arguments), RUN);
    }

    /** Starts a program that runs until its input ends; what it complains about is shown. */
    Process start(String program, String... arguments) throws IOException {
        return process(commandLine(program, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> commandLine(String program, String... arguments) {
        List<String> all = new ArrayList<>();
        command.forEach(part -> all.add(part.formatted(program)));
        all.addAll(List.of(arguments));
        return all;
    }

    private Ended run(List<String> arguments, Duration patience) throws IOException, InterruptedException {
        Path output = Files.createTempFile("photofinish-client", ".txt");
        Process process = process(arguments)
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

    private ProcessBuilder process(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        Path program = folder().resolve(all.getFirst());
        if (Files.exists(program)) {
            all.set(0, program.toString());
        }
        return new ProcessBuilder(all).directory(folder().toFile());
    }

    /** @return the same for the same files and the same installation only */
    private String copyAll() throws IOException {
        List<String> all = new ArrayList<>(List.of(CLIENT + suffix, SHOP + suffix));
        all.addAll(files);
        var everything = new ByteArrayOutputStream();
        everything.writeBytes(installation.toString().getBytes(StandardCharsets.UTF_8));
        for (String file : all) {
            everything.writeBytes(copy(file));
        }
        return UUID.nameUUIDFromBytes(everything.toByteArray()).toString();
    }

    private byte[] copy(String file) throws IOException {
        try (InputStream resource = Language.class.getResourceAsStream("/clients/" + file)) {
            byte[] content = resource.readAllBytes();
            Path copy = folder().resolve(file);
            if (!Files.exists(copy) || !Arrays.equals(Files.readAllBytes(copy), content)) {
                Files.write(copy, content); // only then: another process may be about to run it
            }
            return content;
        }
    }

    private Path folder() {
        return Path.of(
                System.getProperty("user.home"), ".cache", "photofinish", "clients-2", name().toLowerCase(Locale.ROOT));
    }
}
