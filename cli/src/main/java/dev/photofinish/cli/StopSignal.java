package dev.photofinish.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.utils.Signals;

/**
 * Ctrl-C, or the order to end. The first is a request: the round at hand is finished, the schedule at hand is broken off, data is
 * cleaned up and the report is written. The second ends the process at once. Not a shutdown hook, because hooks run side by side: the one that ends a
 * MongoDB would not wait for the round that uses it. In force until it is closed. Safe for any thread.
 */
final class StopSignal implements AutoCloseable {

    private enum Signal {
        HUP(1),
        INT(2),
        TERM(15);

        private final int number;

        Signal(int number) {
            this.number = number;
        }
    }

    /** A handler of ours, and the one that it stands in for. */
    private record Replaced(Signal signal, Object previous) {}

    private static final int KILLED_BY = 128;

    private final Terminal terminal;
    private final String notice;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final List<Replaced> replaced;
    private final AtomicReference<Runnable> then = new AtomicReference<>(() -> {});
    private volatile OptionalInt exitCode = OptionalInt.empty();

    private StopSignal(Terminal terminal, String notice) {
        this.terminal = terminal;
        this.notice = notice;
        this.replaced = Arrays.stream(Signal.values())
                .map(signal -> new Replaced(signal, Signals.register(signal.name(), () -> received(signal))))
                .toList();
    }

    static StopSignal duringRounds(Terminal terminal) {
        return new StopSignal(terminal, "Stopping after this round; once more stops at once.");
    }

    static StopSignal duringSchedules(Terminal terminal) {
        return new StopSignal(terminal, "Stopping, and putting the data back; once more stops at once.");
    }

    static StopSignal ofServer(Terminal terminal) {
        return new StopSignal(terminal, "Stopping.");
    }

    /** What ends the work at hand when it comes, or now if it has come; in place of what was said before. */
    void whenRequested(Runnable end) {
        then.set(end);
        if (requested()) {
            end.run();
        }
    }

    boolean requested() {
        return asked.getCount() == 0;
    }

    /** Whether it comes in that time; an interrupt of this thread is heard as if it had. */
    boolean comesWithin(Duration time) {
        try {
            return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException saysTheSame) {
            asked.countDown();
            return true;
        }
    }

    /** Until it comes. An interrupt of this thread says the same, and is thereby heard: what is closed next must not see it. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException saysTheSame) {
            asked.countDown();
        }
    }

    /** What shells expect of a process that was ended by the signal; otherwise what it found. */
    int exitCode(int found) {
        return exitCode.orElse(found);
    }

    @Override
    public void close() {
        replaced.forEach(handler -> Signals.unregister(handler.signal().name(), handler.previous()));
    }

    private synchronized void received(Signal signal) {
        if (requested()) {
            Runtime.getRuntime().exit(KILLED_BY + signal.number);
        }
        exitCode = OptionalInt.of(KILLED_BY + signal.number);
        terminal.say(terminal.interactive() ? "\n" + notice : notice); // after ^C and the progress
        asked.countDown();
        Objects.requireNonNull(then.get()).run();
    }
}
