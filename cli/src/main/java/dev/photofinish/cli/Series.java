package dev.photofinish.cli;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.race.Race;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.List;

/** Races scenarios one after the other and shows how it goes on, until all are done or it is told to stop. */
record Series(Race race, int rounds, Terminal terminal, StopSignal stop) {

    /**
     * Answers the contests, also those that were not begun since it was stopped: what was asked for and not done is not held.
     *
     * @param where stands before a scenario's name while it is raced; may be empty
     */
    List<ContestReport> run(List<ScenarioFile> scenarios, String where) throws NoAnswerException {
        List<ContestReport> contests = new ArrayList<>();
        for (ScenarioFile scenario : scenarios) {
            if (stop.requested()) {
                contests.add(race.notBegun(scenario));
                continue;
            }
            try (Progress progress = Progress.on(terminal, where + scenario.name(), rounds)) {
                contests.add(race.run(scenario, progress, stop::requested));
            }
        }
        return contests;
    }
}
