package dev.photofinish.cli;

import dev.photofinish.reports.Tally;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Round, rate, time left and the verdicts so far, in one line that is written over; gone when the race has ended. */
final class ProgressBarOnTerminal implements Progress {

    private static final int SCENARIO_WIDTH = 28;
    private static final int UPDATE_MILLIS = 200;

    private final ProgressBar bar;

    ProgressBarOnTerminal(Terminal terminal, String scenario, int rounds) {
        this.bar = new ProgressBarBuilder()
                .setTaskName(scenario.length() <= SCENARIO_WIDTH ? scenario : scenario.substring(0, SCENARIO_WIDTH))
                .setInitialMax(rounds)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .showSpeed()
                .setSpeedUnit(ChronoUnit.SECONDS)
                .setMaxRenderedLength(terminal.columns() - 1)
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, terminal.columns() - 1))
                .build();
    }

    @Override
    public void judged(Tally soFar) {
        bar.stepTo(soFar.rounds());
        bar.setExtraMessage(soFar.violated() + " violated"
                + (soFar.inconclusive() == 0 ? "" : ", " + soFar.inconclusive() + " inconclusive"));
    }

    @Override
    public void close() {
        bar.close();
    }
}
