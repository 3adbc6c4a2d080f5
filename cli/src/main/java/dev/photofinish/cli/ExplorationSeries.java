package dev.photofinish.cli;

import dev.photofinish.reports.ConflictMatrix;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.explore.PairExploration;
import dev.photofinish.scenarios.explore.ScenarioExploration;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.ArrayList;
import java.util.List;

/** Explores scenarios one after the other and shows how it goes on, until all are done or it is told to stop. */
record ExplorationSeries(
        ScenarioExploration exploration, SystemFile system, PairOptions pairs, Terminal terminal, StopSignal stop) {

    /**
     * What came of it; no matrices unless pairs were asked for.
     *
     * @param notDone what was not even begun since it was told to stop, a sentence each
     */
    record Result(List<ExplorationReport> explorations, List<ConflictMatrix> matrices, List<String> notDone) {

        static Result nothing(String notDone) {
            return new Result(List.of(), List.of(), List.of(notDone));
        }
    }

    /** @param where stands before a scenario's name while it is explored; may be empty */
    Result run(List<ScenarioFile> scenarios, String where) throws NoAnswerException {
        List<ExplorationReport> explored = new ArrayList<>();
        List<ConflictMatrix> matrices = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        for (ScenarioFile scenario : scenarios) {
            if (stop.requested()) {
                notDone.add("Stopped before " + where + scenario.name() + " was explored.");
                continue;
            }
            try (ExploreWatch watch = new ExploreWatch(terminal, where + scenario.name(), stop)) {
                if (pairs.wanted()) {
                    PairExploration.Explored found =
                            new PairExploration(exploration, system).run(scenario, pairs.only(), watch);
                    explored.addAll(found.pairs());
                    matrices.add(found.matrix());
                    found.notDone().ifPresent(notDone::add);
                } else {
                    explored.add(exploration.run(scenario, watch));
                }
            } catch (NoAnswerException gone) {
                if (explored.isEmpty()) {
                    throw gone;
                }
                notDone.add(where + scenario.name() + " was not explored: " + gone.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                notDone.add("Interrupted before " + where + scenario.name() + " was explored.");
                break;
            }
        }
        return new Result(explored, matrices, notDone);
    }
}
