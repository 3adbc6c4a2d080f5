package dev.photofinish.cli;

import dev.photofinish.misty.database.RunningDatabase;
import java.io.IOException;
import java.util.List;

/** Races scenarios on the reference server's racy and on its right code, and publishes what came of it. */
record RacyAndRight(
        Terminal terminal,
        CommandLineShown called,
        DatabaseOption database,
        RaceOptions options,
        ReportChoice reports) {

    /** Answers the exit code: 0 only if every hazard was seen and the right code held everywhere. */
    int race(List<String> scenarios, int racyRounds, int rightRounds) throws IOException {
        reports.mustBeWritable();
        RunClock clock = RunClock.start(called);
        try (StopSignal stop = StopSignal.duringRounds(terminal)) {
            Collisions collisions = collide(clock, stop, scenarios, racyRounds, rightRounds);
            String lastWord = stop.requested() ? "Stopped before the end." : collisions.sentence();
            reports.publishBriefly(collisions.report(clock, options.seed()), terminal, lastWord);
            return stop.exitCode(collisions.exitCode());
        }
    }

    private Collisions collide(RunClock clock, StopSignal stop, List<String> scenarios, int racyRounds, int rightRounds)
            throws IOException {
        try (RunningDatabase running = database.start()) {
            terminal.say("Database: " + running.description());
            options.announceSeed(terminal);
            ReferenceRace race = new ReferenceRace(terminal, running, database.choice, options, clock, stop);
            return Collisions.of(race, scenarios, racyRounds, rightRounds);
        }
    }
}
