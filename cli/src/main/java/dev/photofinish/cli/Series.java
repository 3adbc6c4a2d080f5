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
     * Answers the contests of which at least one round was run.
     *
     * @param where stands before a scenario's name while it is raced; may be empty
     */
    List<ContestReport> run(List<ScenarioFile> scenarios, String where) throws NoAnswerException {
        List<ContestReport> contests = new ArrayList<>();
        for (ScenarioFile scenario : scenarios) {
            if (stop.requested()) {
                break;
            }
            try (Progress progress = Progress.on(terminal, where + scenario.name(), rounds)) {
                ContestReport contest = race.run(scenario, progress, stop::requested);
                if (contest.tally().rounds() > 0) {
                    contests.add(contest);
                }
            }
        }
        return contests;
    }
}
