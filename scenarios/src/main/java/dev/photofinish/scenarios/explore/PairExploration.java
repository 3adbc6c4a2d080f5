package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.reports.ConflictMatrix;
import dev.photofinish.reports.ConflictMatrix.Cell;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Operation;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explores every two contenders of a scenario that is about pairs, each with itself too: which of them can break what? */
public final class PairExploration {

    private final ScenarioExploration exploration;
    private final SystemFile system;
    private final DeploymentInfo deployment;

    public PairExploration(ScenarioExploration exploration, SystemFile system) {
        this.exploration = exploration;
        this.system = system;
        this.deployment = exploration.deployment();
    }

    /**
     * What came of it, pair by pair, and all of it at a glance.
     *
     * @param notDone that pairs were not begun since it was stopped, in a sentence
     */
    public record Explored(List<ExplorationReport> pairs, ConflictMatrix matrix, Optional<String> notDone) {}

    /**
     * Explores pair after pair, until all are done or the watcher ends it.
     *
     * @param only the operations of the one pair that is wanted; empty for all
     * @throws NoAnswerException if nobody answers
     * @throws InterruptedException if the thread is interrupted
     */
    public Explored run(ScenarioFile scenario, Optional<List<String>> only, Watcher watcher)
            throws NoAnswerException, InterruptedException {
        List<ExplorationReport> reports = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        int skipped = 0;
        List<Contender> contenders = scenario.contenders();
        for (int first = 0; first < contenders.size(); first++) {
            for (int second = first; second < contenders.size(); second++) {
                Contender one = contenders.get(first);
                Contender other = contenders.get(second);
                if (only.filter(pair -> !isOf(pair, one, other)).isPresent()) {
                    continue;
                }
                if (watcher.stop()) {
                    skipped++;
                    cells.add(Cell.notExplored(one.lastOperation(), other.lastOperation(), "It was stopped before."));
                    continue;
                }
                ExplorationReport explored = exploration.run(scenario.pair(one, other), watcher);
                reports.add(explored);
                cells.add(Cell.of(one.lastOperation(), other.lastOperation(), explored));
            }
        }
        List<String> unused = only.isPresent() ? List.of() : unused(scenario);
        unused.forEach(operation ->
                cells.add(Cell.notExplored(operation, operation, "No contender of " + scenario.name() + " calls it.")));
        Optional<String> notDone = skipped == 0
                ? Optional.empty()
                : Optional.of(
                        "Stopped before %d of the pairs of %s were explored.".formatted(skipped, scenario.name()));
        return new Explored(reports, matrix(scenario, unused, cells), notDone);
    }

    /** Whoever is named first: the pair is the same. */
    private static boolean isOf(List<String> pair, Contender one, Contender other) {
        return pair.equals(List.of(one.lastOperation(), other.lastOperation()))
                || pair.equals(List.of(other.lastOperation(), one.lastOperation()));
    }

    private ConflictMatrix matrix(ScenarioFile scenario, List<String> unused, List<Cell> cells) {
        List<String> operations = Stream.concat(
                        scenario.contenders().stream().map(Contender::lastOperation), unused.stream())
                .distinct()
                .toList();
        return new ConflictMatrix(scenario.pairs().orElse("entity"), deployment, operations, cells);
    }

    /** Operations that act on the entity, which nobody calls. */
    private List<String> unused(ScenarioFile scenario) {
        List<String> called =
                scenario.contenders().stream().map(Contender::lastOperation).toList();
        return system.operations().values().stream()
                .filter(operation -> operation.on().equals(scenario.pairs()))
                .map(Operation::name)
                .filter(name -> !called.contains(name))
                .toList();
    }
}
