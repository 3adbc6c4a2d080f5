package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.attribution.Bystanders;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.step.Focus;
import dev.photofinish.explorer.step.Step;
import dev.photofinish.explorer.witness.Anomaly;
import dev.photofinish.explorer.witness.Attention;
import dev.photofinish.explorer.witness.Explanation;
import dev.photofinish.explorer.witness.Witness;
import dev.photofinish.reports.Coverage;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Interleaving;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Passed;
import dev.photofinish.scenarios.race.EndedRound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an exploration found, as the report shows it.
 *
 * @param replay the command that runs a schedule again
 * @param wrongAnyway the rules that are broken with one contender after the other, too
 */
record ExplorationPicture(UnaryOperator<String> replay, Set<String> wrongAnyway) {

    static Coverage coverage(dev.photofinish.explorer.search.Coverage found) {
        return new Coverage(
                found.steps(),
                found.run(),
                found.pruned(),
                found.diverged(),
                found.inconclusive(),
                found.violating(),
                found.outOf(),
                found.complete(),
                found.preemptions(),
                found.togetherPairs(),
                found.togetherRuns(),
                found.togetherViolating(),
                found.guarantee());
    }

    List<Discovery> discoveries(Exploration<EndedRound> exploration) {
        return exploration.discoveries().stream().map(this::discovery).toList();
    }

    static List<Passed> passed(Bystanders bystanders) {
        return Stream.concat(
                        passed(Passed.Reason.IGNORED, bystanders.ignored()),
                        passed(Passed.Reason.UNOWNED, bystanders.unowned()))
                .toList();
    }

    private static Stream<Passed> passed(Passed.Reason reason, Map<String, Long> commands) {
        return commands.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(command -> new Passed(reason, command.getKey(), command.getValue()));
    }

    private Discovery discovery(dev.photofinish.explorer.search.Discovery<EndedRound> found) {
        Witness<EndedRound> witness = found.witness();
        return new Discovery(
                found.finding().rule(),
                Discovery.Weight.valueOf(found.finding().weight().name()),
                witness.finding(),
                found.schedules(),
                found.sampled(),
                found.firstAt(),
                found.serial() || wrongAnyway.contains(found.finding().rule()),
                witness.explanation().flatMap(Explanation::anomaly).map(Anomaly::title),
                witness.explanation().map(Explanation::sentence),
                interleaving(found.finding(), witness));
    }

    private Interleaving interleaving(Finding finding, Witness<EndedRound> witness) {
        Focus focus = Attention.on(witness.turns(), finding.accused().paths());
        List<Lane> lanes = witness.result().map(EndedRound::lanes).orElse(List.of());
        List<Evidence> evidence = witness.result().map(round -> round.weigh().evidence()).orElse(List.of()).stream()
                .filter(each -> each.rule().equals(finding.rule()))
                .toList();
        return new Interleaving(
                witness.schedule().toString(),
                witness.turns().stream()
                        .map(turn -> turn(turn, witness.explanation(), focus))
                        .toList(),
                lanes,
                evidence,
                witness.attempts(),
                witness.reproduced(),
                replay.apply(witness.schedule().toString()));
    }

    private static dev.photofinish.reports.Turn turn(Turn turn, Optional<Explanation> explanation, Focus focus) {
        List<Step> conflicting = explanation.map(Explanation::steps).orElse(List.of());
        return new dev.photofinish.reports.Turn(
                IntStream.range(0, turn.steps().size())
                        .mapToObj(place -> command(turn, place, conflicting, focus))
                        .toList(),
                turn.blocked());
    }

    private static dev.photofinish.reports.Turn.Command command(
            Turn turn, int place, List<Step> conflicting, Focus focus) {
        Step step = turn.steps().get(place);
        return new dev.photofinish.reports.Turn.Command(
                step.contender(),
                step.command().wording().about(focus),
                turn.answers().get(place).wording().about(focus),
                conflicting.stream().anyMatch(step::sameAs));
    }
}
