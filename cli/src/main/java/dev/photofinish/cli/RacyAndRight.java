package dev.photofinish.cli;

import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.terminal.TerminalReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Races scenarios on the reference server's racy and on its right code, and publishes what came of it.
 *
 * @param interleavings how they are explored too, if they are
 */
record RacyAndRight(
        Terminal terminal,
        CommandLineShown called,
        DatabaseOption database,
        RaceOptions options,
        Optional<ExploreOptions> interleavings,
        ReportChoice reports) {

    /** Answers the exit code: 0 only if every hazard was seen and the right code held everywhere. */
    int race(List<String> scenarios, int racyRounds, int rightRounds) throws IOException {
        reports.mustBeWritable();
        RunClock clock = RunClock.start(called);
        try (StopSignal stop = StopSignal.duringRounds(terminal)) {
            Collisions collisions = collide(clock, stop, scenarios, racyRounds, rightRounds);
            RunReport report = collisions.report(clock, options.seed());
            String found = new TerminalReport(terminal.style()).headline(report);
            String lastWord = stop.requested() ? "Stopped before the end." : found;
            return stop.exitCode(
                    reports.publishBriefly(report, terminal, lastWord).exitCode());
        }
    }

    private Collisions collide(RunClock clock, StopSignal stop, List<String> scenarios, int racyRounds, int rightRounds)
            throws IOException {
        try (RunningDatabase running = database.start()) {
            terminal.say("Database: " + running.description());
            options.announceSeed(terminal);
            ReferenceRace race = new ReferenceRace(terminal, running, database.choice, options, clock, stop);
            Optional<ReferenceExploration> exploration = interleavings.map(how ->
                    new ReferenceExploration(terminal, running, database.choice, how, new PairOptions(), clock, stop));
            return Collisions.of(race, exploration, scenarios, racyRounds, rightRounds);
        }
    }
}
