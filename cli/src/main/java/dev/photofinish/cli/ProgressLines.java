package dev.photofinish.cli;

import dev.photofinish.reports.Tally;
import java.time.Duration;

/** A line now and then, and one at the end, for logs. */
final class ProgressLines implements Progress {

    private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Terminal terminal;
    private final String scenario;
    private final int rounds;
    private final long begun = System.nanoTime();
    private long lastSaid = begun;
    private Tally tally = Tally.NONE;

    ProgressLines(Terminal terminal, String scenario, int rounds) {
        this.terminal = terminal;
        this.scenario = scenario;
        this.rounds = rounds;
    }

    @Override
    public void judged(Tally soFar) {
        tally = soFar;
        if (System.nanoTime() - lastSaid > EVERY_NANOS) {
            lastSaid = System.nanoTime();
            say();
        }
    }

    @Override
    public void close() {
        if (tally.rounds() > 0) {
            say();
        }
    }

    private void say() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        terminal.say("%s: round %d of %d, %.0f a second, %d violated, %d inconclusive"
                .formatted(
                        scenario,
                        tally.rounds(),
                        rounds,
                        tally.rounds() / seconds,
                        tally.violated(),
                        tally.inconclusive()));
    }
}
