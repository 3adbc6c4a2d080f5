package dev.photofinish.cli;

import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Watcher;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows how an exploration goes on, and ends it when somebody says so: a line that is written over for a person who watches, a
 * line now and then, and one at the end, for a log. For the explorer's thread.
 */
final class ExploreWatch implements Watcher, AutoCloseable {

    private static final long LOG_EVERY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long SHOW_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final Terminal terminal;
    private final String scenario;
    private final StopSignal stop;
    private final long begun = System.nanoTime();
    private long lastSaid = begun;
    private boolean shown;
    private Optional<Coverage> last = Optional.empty();

    ExploreWatch(Terminal terminal, String scenario, StopSignal stop) {
        this.terminal = terminal;
        this.scenario = scenario;
        this.stop = stop;
    }

    @Override
    public void progress(Coverage soFar) {
        last = Optional.of(soFar);
        long now = System.nanoTime();
        if (now - lastSaid < (terminal.interactive() ? SHOW_EVERY_NANOS : LOG_EVERY_NANOS)) {
            return;
        }
        lastSaid = now;
        if (terminal.interactive()) {
            show(line(soFar, now));
        } else {
            terminal.say(line(soFar, now));
        }
    }

    @Override
    public boolean stop() {
        return stop.requested();
    }

    @Override
    public void whenStopped(Runnable end) {
        stop.whenRequested(end);
    }

    @Override
    public void close() {
        if (!terminal.interactive()) {
            last.ifPresent(end -> terminal.say(line(end, System.nanoTime())));
        }
        if (shown) {
            show("");
            terminal.err().print('\r');
            terminal.err().flush();
        }
    }

    private String line(Coverage soFar, long now) {
        long tried = soFar.run() + soFar.togetherRuns() + soFar.pruned();
        return String.format(
                Locale.ROOT,
                "%s: %,d %s run, %,d pruned, %.0f a second, %,d violating",
                scenario,
                soFar.run(),
                soFar.run() == 1 ? "schedule" : "schedules",
                soFar.pruned(),
                tried / ((now - begun) / 1e9),
                soFar.violating());
    }

    /** The last column stays free: some terminals would begin a new line. */
    private void show(String line) {
        int room = terminal.columns() - 1;
        String cut = line.length() <= room ? line : line.substring(0, room);
        terminal.err().print("\r" + cut + " ".repeat(room - cut.length()));
        terminal.err().flush();
        shown = true;
    }
}
