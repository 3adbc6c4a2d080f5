package dev.photofinish.cli;

import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.explore.ScenarioExploration;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.List;

/** Explores scenarios one after the other and shows how it goes on, until all are done or it is told to stop. */
record ExplorationSeries(ScenarioExploration exploration, Terminal terminal, StopSignal stop) {

    /** @param where stands before a scenario's name while it is explored; may be empty */
    List<ExplorationReport> run(List<ScenarioFile> scenarios, String where) throws NoAnswerException {
        List<ExplorationReport> explored = new ArrayList<>();
        for (ScenarioFile scenario : scenarios) {
            if (stop.requested()) {
                break;
            }
            try (ExploreWatch watch = new ExploreWatch(terminal, where + scenario.name(), stop)) {
                explored.add(exploration.run(scenario, watch));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return explored;
    }
}
