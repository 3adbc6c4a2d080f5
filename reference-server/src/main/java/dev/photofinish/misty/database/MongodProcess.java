package dev.photofinish.misty.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A mongod and its data folder, which end together: on {@link #close}, when the JVM exits or is interrupted, and, should it
 * be killed, by the {@link Sweep} of the next one. Safe for any thread.
 */
final class MongodProcess implements AutoCloseable {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration DEATH = Duration.ofSeconds(5);

    private final MongodCommand command;
    private final Process process;
    private final DataFolder folder;
    private final Thread atExit = new Thread(this::end, "photofinish-mongod-at-exit");
    private final AtomicBoolean ended = new AtomicBoolean();

    private MongodProcess(MongodCommand command, Process process, DataFolder folder) {
        this.command = command;
        this.process = process;
        this.folder = folder;
    }

    /** @throws MongodFailure if the operating system does not run it */
    static MongodProcess launch(MongodCommand command, DataFolder folder) throws MongodFailure {
        File log = folder.log().toFile();
        try {
            Process process = new ProcessBuilder(inAGroupOfItsOwn(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            MongodProcess launched = new MongodProcess(command, process, folder);
            Runtime.getRuntime().addShutdownHook(launched.atExit);
            return launched;
        } catch (IOException e) {
            folder.delete();
            throw new MongodFailure(command.program() + " cannot be run: " + e.getMessage(), e);
        }
    }

    /**
     * Ctrl-C goes to every process of the terminal's group, and must not end the database before what still uses it.
     * {@code setsid} becomes the program, under the same process id; Linux has it, elsewhere Ctrl-C ends mongod too.
     */
    private static List<String> inAGroupOfItsOwn(MongodCommand command) {
        List<String> arguments = new ArrayList<>(command.arguments());
        if (Files.isExecutable(SETSID) && Files.isExecutable(command.program())) {
            arguments.addFirst(SETSID.toString());
        }
        return arguments;
    }

    /**
     * Waits for what mongod itself says of it: whoever answers on the port may be somebody else who was quicker to take it.
     *
     * @throws MongodFailure with mongod's own reason if it ends, or if it does not listen in time
     */
    void awaitListening() throws MongodFailure {
        Wait.until(command.program() + " to listen on " + command.address(), START, () -> {
            boolean alive = process.isAlive();
            MongodLog log = MongodLog.read(folder.log());
            if (!alive) {
                throw new MongodFailure(command.program() + " ended at once (exit code " + process.exitValue() + "): "
                        + log.reason().orElse("it said nothing"));
            }
            return log.listens();
        });
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending already: the hook runs, or has run, and ending twice is ending once.
        }
        end();
    }

    /** Killed, since the data is thrown away and an orderly end of a replica set takes up to a second. */
    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        process.destroyForcibly();
        try {
            process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.delete();
    }
}
