package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.expression.Judgement;
import dev.photofinish.scenarios.invariants.Finding;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.Expectation;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.template.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Weighs what the contenders were told against what is there afterwards. Expectations and checks speak only when every
 * contender got an answer that means something; an invariant's offenders are evidence whatever else went wrong.
 */
final class RoundJudge {

    /** So many contenders a sentence can name. */
    private static final int FEW = 4;

    private final ScenarioFile scenario;
    private final InvariantChecks invariants;
    private final Shown shown;

    RoundJudge(ScenarioFile scenario, InvariantChecks invariants, Secrets secrets) {
        this.scenario = scenario;
        this.invariants = invariants;
        this.shown = new Shown(secrets);
    }

    JudgedRound judge(Round round) {
        List<Evidence> evidence = new ArrayList<>();
        List<String> causes = new ArrayList<>();
        round.obstacle().ifPresent(causes::add);
        round.runs().forEach(run -> run.failure().ifPresent(causes::add));
        if (causes.isEmpty()) {
            evidence.addAll(counts(round));
            judgeChecks(round, evidence, causes);
            judgeEndings(round, evidence, causes);
        }
        if (!round.runs().isEmpty()) {
            judgeInvariants(round, evidence, causes);
        }
        return new JudgedRound(
                round, evidence, causes.stream().map(shown::sentence).toList());
    }

    private List<Evidence> counts(Round round) {
        Expectation expect = scenario.expect();
        boolean asExpected =
                fits(expect.accepted(), round, Outcome.ACCEPTED) && fits(expect.refused(), round, Outcome.REFUSED);
        return asExpected
                ? List.of()
                : List.of(new Evidence("expect", "Expected " + wanted(expect) + ", but " + told(round) + ".", ""));
    }

    private static boolean fits(OptionalInt wanted, Round round, Outcome outcome) {
        return wanted.isEmpty() || wanted.getAsInt() == count(round, outcome);
    }

    private static long count(Round round, Outcome outcome) {
        return round.runs().stream().filter(run -> run.outcome() == outcome).count();
    }

    private static String wanted(Expectation expect) {
        List<String> wanted = new ArrayList<>();
        expect.accepted().ifPresent(number -> wanted.add(number + " accepted"));
        expect.refused().ifPresent(number -> wanted.add(number + " refused"));
        return String.join(" and ", wanted);
    }

    /** Every contender by name, who was told first, while they are few; numbers when they are many. */
    private static String told(Round round) {
        if (round.runs().size() > FEW) {
            return count(round, Outcome.ACCEPTED) + " were accepted and " + count(round, Outcome.REFUSED) + " refused";
        }
        List<String> finish = round.history().stream()
                .filter(Event.Completion.class::isInstance)
                .map(Event::contender)
                .toList();
        return round.runs().stream()
                .sorted(Comparator.comparingInt((ContenderRun run) -> finish.lastIndexOf(run.contender())))
                .map(run -> run.contender() + " was told " + word(run.outcome()) + " ("
                        + run.attempts().getLast().told() + ")")
                .collect(Collectors.joining(", then "));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "yes";
            case REFUSED -> "no";
            case FAILED -> "nothing sure";
        };
    }

    private void judgeChecks(Round round, List<Evidence> evidence, List<String> causes) {
        for (Round.Checked check : round.checks()) {
            switch (check.judgement()) {
                case Judgement.Holds holds -> {}
                case Judgement.Broken broken ->
                    evidence.add(new Evidence(
                            "check",
                            "After it, " + check.expression() + " must be true and is not; " + told(round) + ".",
                            shown.detail(check.seen())));
                case Judgement.Unjudged unjudged ->
                    causes.add("The check " + check.expression() + " " + unjudged.reason());
            }
        }
    }

    /** One ending that is true is enough; where none is and one could not be judged, nobody knows. */
    private void judgeEndings(Round round, List<Evidence> evidence, List<String> causes) {
        List<Expectation.Ending> endings = scenario.expect().anyOf();
        if (endings.isEmpty()) {
            return;
        }
        List<Judgement> judgements = endings.stream()
                .map(ending -> ending.condition().judge(round.scope()))
                .toList();
        if (judgements.stream().anyMatch(Judgement.Holds.class::isInstance)) {
            return;
        }
        Optional<String> unjudged = judgements.stream()
                .filter(Judgement.Unjudged.class::isInstance)
                .map(Judgement.Unjudged.class::cast)
                .map(Judgement.Unjudged::reason)
                .findFirst();
        if (unjudged.isPresent()) {
            causes.add("The right endings " + unjudged.get());
            return;
        }
        String names = endings.stream().map(Expectation.Ending::name).collect(Collectors.joining(", "));
        evidence.add(new Evidence(
                "expect",
                "None of the right endings (" + names + ") came true: " + told(round) + ".",
                shown.detail(endingsDetail(round))));
    }

    /** What the steps after the contest saw last, which the endings usually speak of. */
    private static String endingsDetail(Round round) {
        return round.checks().isEmpty()
                ? round.scope().values().entrySet().stream()
                        .reduce((first, last) -> last)
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .orElse("")
                : round.checks().getLast().seen();
    }

    private void judgeInvariants(Round round, List<Evidence> evidence, List<String> causes) {
        for (Invariant invariant : scenario.invariants()) {
            if (invariants.canJudge(invariant)) {
                switch (invariants.onRound(invariant, round.scope())) {
                    case Finding.Judged judged -> broken(judged).ifPresent(evidence::add);
                    case Finding.Unjudged unjudged ->
                        causes.add("The invariant " + invariant.name() + " could not be judged: " + unjudged.why());
                }
            }
        }
    }

    private Optional<Evidence> broken(Finding.Judged judged) {
        if (judged.offenders().isEmpty()) {
            return Optional.empty();
        }
        Invariant rule = judged.invariant();
        String why = rule.about().isEmpty() ? "" : ". " + rule.about();
        return Optional.of(new Evidence(
                rule.name(),
                rule.title() + why,
                shown.detail(judged.offenders().getFirst().toString())));
    }
}
