package dev.photofinish.cli;

import dev.photofinish.reports.Tally;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Round, rate, time left and the verdicts so far, in one line that is written over; gone when the race has ended. */
final class ProgressBarOnTerminal implements Progress {

    private static final int UPDATE_MILLIS = 200;

    private final ProgressBar bar;
    private volatile Tally tally = Tally.NONE;

    ProgressBarOnTerminal(Terminal terminal, String scenario, int rounds) {
        ProgressLine line = new ProgressLine(scenario, rounds);
        // the last column stays free: some terminals would begin a new line
        this.bar = new ProgressBarBuilder()
                .setInitialMax(rounds)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setRenderer((state, columns) -> line.at(tally, state.getTotalElapsed(), columns))
                .setMaxRenderedLength(terminal.columns() - 1)
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, terminal.columns() - 1))
                .build();
    }

    @Override
    public void judged(Tally soFar) {
        tally = soFar;
        bar.stepTo(soFar.rounds());
    }

    @Override
    public void close() {
        bar.close();
    }
}
