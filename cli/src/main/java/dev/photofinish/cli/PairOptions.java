package dev.photofinish.cli;

import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Whether contenders compete two by two. */
final class PairOptions {

    @Option(
            names = "--pairs",
            description = {
                "Every two contenders of scenarios that say pairs:, each with itself too, and",
                "a matrix of which can break what. Without SCENARIO: all that are bundled."
            })
    private boolean all;

    @Option(names = "--pair", paramLabel = "OP,OP", split = ",", description = "Only this pair of operations.")
    private List<String> one = List.of();

    boolean wanted() {
        return all || !one.isEmpty();
    }

    /** @throws UsageProblem if it is not two */
    Optional<List<String>> only() {
        if (one.isEmpty()) {
            return Optional.empty();
        }
        if (one.size() != 2) {
            throw new UsageProblem("--pair takes two operations, such as --pair update-order,move-stage.");
        }
        return Optional.of(one);
    }

    /** @throws UsageProblem if there is none, or one that does not fit */
    List<String> scenarios(List<String> named, boolean bundledSystem) {
        if (named.isEmpty() && wanted() && bundledSystem) {
            return ScenarioFile.bundledPairs();
        }
        if (named.isEmpty()) {
            throw new UsageProblem(
                    wanted()
                            ? "Say which scenarios are about pairs (pairs: in the file); those that are bundled are for Misty."
                            : "Say which scenario: one of " + String.join(", ", ScenarioFile.bundledNames())
                                    + ", or a file. Or --pairs, for the operations on one entity.");
        }
        return named;
    }

    /** @throws UsageProblem if the scenario is none of pairs, or not of the one that is wanted */
    void mustFit(ScenarioFile scenario) {
        if (wanted() && scenario.pairs().isEmpty()) {
            throw new UsageProblem("The scenario " + scenario.name()
                    + " is one contest; only those that say \"pairs:\" are explored pair by pair.");
        }
        if (!wanted() && scenario.pairs().isPresent()) {
            throw new UsageProblem("The scenario " + scenario.name() + " is about pairs; explore it with --pairs.");
        }
        Set<String> called = scenario.contenders().stream()
                .map(Contender::lastOperation)
                .collect(Collectors.toCollection(TreeSet::new));
        only().stream()
                .flatMap(List::stream)
                .filter(name -> !called.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new UsageProblem("No contender of " + scenario.name() + " calls " + unknown
                            + ". --pair takes two of " + String.join(", ", called) + ".");
                });
    }
}
