package dev.photofinish.explorer.processes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The states of one process's threads, read again and again: a file that stays open is read in a third of the time that it takes to
 * open it. For one thread.
 */
final class ThreadStates implements AutoCloseable {

    /** A process may not have as many files open as another has threads. */
    private static final int KEPT = 200;

    /** A thread's number and name are all that comes before its state. */
    private static final int ENOUGH = 128;

    private final long process;
    private final Path tasks;
    private final Map<Long, FileChannel> open = new HashMap<>();
    private final ByteBuffer beginning = ByteBuffer.allocateDirect(ENOUGH);
    private Set<Long> threads = Set.of();
    private int links = -1;

    ThreadStates(long process, Path tasks) {
        this.process = process;
        this.tasks = tasks;
    }

    /** Those that run, or wait for the processor or the disk. */
    Set<Task> awake() {
        if (links < 0 || links != links()) {
            list();
        }
        Set<Task> awake = new HashSet<>();
        for (long thread : threads) {
            String stat = stat(thread);
            int nameEnds = stat.lastIndexOf(')');
            if (nameEnds < 0) {
                links = -1; // it has ended, and another may have begun
            } else if (stat.startsWith("R", nameEnds + 2) || stat.startsWith("D", nameEnds + 2)) {
                awake.add(new Task(process, thread, stat.substring(stat.indexOf('(') + 1, nameEnds)));
            }
        }
        return awake;
    }

    private void list() {
        links = links();
        threads = Procfs.numbersIn(tasks);
        Set<Long> ended = new HashSet<>(open.keySet());
        ended.removeAll(threads);
        ended.forEach(this::close);
    }

    /** One for each thread, and two. */
    private int links() {
        try {
            return (int) Files.getAttribute(tasks, "unix:nlink");
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }

    /** Empty if it has ended. */
    private String stat(long thread) {
        try {
            FileChannel kept = open.get(thread);
            if (kept != null) {
                return beginningOf(kept);
            }
            FileChannel fresh = FileChannel.open(tasks.resolve(thread + "/stat"));
            if (open.size() < KEPT) {
                open.put(thread, fresh);
                return beginningOf(fresh);
            }
            try (fresh) {
                return beginningOf(fresh);
            }
        } catch (IOException e) {
            close(thread);
            return "";
        }
    }

    private String beginningOf(FileChannel file) throws IOException {
        beginning.clear();
        file.read(beginning, 0);
        return StandardCharsets.ISO_8859_1.decode(beginning.flip()).toString();
    }

    private void close(long thread) {
        FileChannel ended = open.remove(thread);
        if (ended != null) {
            try {
                ended.close();
            } catch (IOException e) {
                // it was only read
            }
        }
    }

    @Override
    public void close() {
        Set.copyOf(open.keySet()).forEach(this::close);
    }
}
