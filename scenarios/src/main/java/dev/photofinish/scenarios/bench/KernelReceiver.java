package dev.photofinish.scenarios.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has the kernel stamp what arrives (SO_TIMESTAMPNS), so that a thread that wakes late on a busy machine neither hides nor
 * widens a spread. Java does not reach that option, so a Python script of a page does it. It ends with this JVM, if not before.
 */
final class KernelReceiver implements Receiver {

    private static final String SCRIPT = "kernel_receiver.py";

    private final Path script;
    private final Process python;
    private final BufferedReader output;
    private final URI address;

    private KernelReceiver(Path script, Process python) throws IOException {
        this.script = script;
        this.python = python;
        this.output = python.inputReader(StandardCharsets.US_ASCII);
        this.address = URI.create("http://127.0.0.1:" + Integer.parseInt(line(output)));
    }

    /** On Linux with python3 on the path. */
    static boolean isPossible() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && python3().isPresent();
    }

    static KernelReceiver launch() throws IOException {
        Path script = Files.createTempFile("photofinish", SCRIPT);
        try (InputStream resource = KernelReceiver.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(resource, SCRIPT), script, StandardCopyOption.REPLACE_EXISTING);
        }
        Process python = new ProcessBuilder(python3().orElseThrow().toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return new KernelReceiver(script, python);
        } catch (IOException failed) {
            python.destroyForcibly();
            throw failed;
        }
    }

    private static Optional<Path> python3() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String line(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The receiving Python script ended before it listened.");
        }
        return line;
    }

    @Override
    public String stampedBy() {
        return "the kernel";
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public List<Stamp> arrivals() throws IOException {
        python.getOutputStream().close();
        return output.lines()
                .map(line -> line.split(" ", 2))
                .map(line -> new Stamp(line[0], Long.parseLong(line[1])))
                .toList();
    }

    @Override
    public void close() {
        python.destroyForcibly();
        script.toFile().delete();
    }
}
