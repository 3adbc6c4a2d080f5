package dev.photofinish.misty.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What only one process of this machine may do at a time, such as installing into a folder that all test runs share: Surefire
 * runs the test classes of a module in two processes.
 */
public final class InTurn {

    private InTurn() {}

    /**
     * What is done in turn.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {

        /** @return what came of it */
        T done() throws IOException, InterruptedException;
    }

    /** Does it while no other process and no other thread does something in this folder, which is made if it is not there. */
    public static synchronized <T> T in(Path folder, Work<T> work) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder).resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assert held.isValid();
            return work.done();
        }
    }
}
