package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.expression.Judgement;
import dev.photofinish.scenarios.invariants.Finding;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.invariants.Looking;
import dev.photofinish.scenarios.scenario.Expectation;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Invariant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** One round under judgement: collects what was broken and what could not be judged. For one thread. */
final class RoundCase {

    private final Round round;
    private final ScenarioFile scenario;
    private final InvariantChecks invariants;
    private final Presentable shown;
    private final Told told;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<EndedRound.Accusation> accusations = new ArrayList<>();
    /** How many rules had something to say. */
    private int judgements;
    /** Invariants that had something to look at, as far as that was asked. */
    private final Set<String> sighted = new HashSet<>();

    RoundCase(Round round, ScenarioFile scenario, InvariantChecks invariants, Presentable shown) {
        this.round = round;
        this.scenario = scenario;
        this.invariants = invariants;
        this.shown = shown;
        this.told = new Told(round);
    }

    JudgedRound closed() {
        return new JudgedRound(
                round,
                List.copyOf(evidence),
                causes.stream().map(shown::sentence).toList(),
                List.copyOf(accusations),
                failures.stream().map(shown::sentence).toList());
    }

    void failures() {
        round.obstacle().ifPresent(causes::add);
        round.runs().forEach(run -> run.failure().ifPresent(failures::add));
        causes.addAll(failures);
    }

    boolean everyoneGotAnAnswer() {
        return !round.runs().isEmpty() && told.count(Outcome.FAILED) == 0;
    }

    void judgeCounts() {
        Expectation expect = scenario.expect();
        if (expect.accepted().isEmpty() && expect.refused().isEmpty()) {
            return;
        }
        judgements++;
        if (!fits(expect.accepted(), Outcome.ACCEPTED) || !fits(expect.refused(), Outcome.REFUSED)) {
            broken("expect", "Expected " + wanted(expect) + ", but " + told.sentence() + ".", "");
        }
    }

    void judgeChecks() {
        for (Round.Checked check : round.checks()) {
            switch (check.judgement()) {
                case Judgement.Holds holds -> judgements++;
                case Judgement.Broken broken ->
                    broken(
                            "check",
                            "After it, " + check.expression() + " must be true and is not; " + told.sentence() + ".",
                            check.seen());
                case Judgement.Unjudged unjudged ->
                    causes.add("The check " + check.expression() + " " + unjudged.reason());
            }
        }
    }

    /** One ending that is true is enough; where none is and one could not be judged, nobody knows. */
    void judgeEndings() {
        List<Expectation.Ending> endings = scenario.expect().anyOf();
        List<Judgement> each = endings.stream()
                .map(ending -> ending.condition().judge(round.scope()))
                .toList();
        if (endings.isEmpty() || each.stream().anyMatch(Judgement.Holds.class::isInstance)) {
            judgements += endings.size();
            return;
        }
        each.stream()
                .filter(Judgement.Unjudged.class::isInstance)
                .map(Judgement.Unjudged.class::cast)
                .findFirst()
                .ifPresentOrElse(
                        unjudged -> causes.add("The right endings " + unjudged.reason()),
                        () -> broken(
                                "expect",
                                "None of the right endings (" + names(endings) + ") came true: " + told.sentence()
                                        + ".",
                                seenLast()));
    }

    boolean isUnjudged() {
        return judgements == 0;
    }

    void judgeInvariants(Looking looking) {
        invariants.onRound(scenario.invariants(), round.scope(), looking).stream()
                .map(round.already()::without)
                .forEach(this::judge);
    }

    Set<String> sighted() {
        return sighted;
    }

    /** A rule that was not asked, or asked about nothing, is no reason to call a round good. */
    void refuseToHoldUnasked() {
        if (evidence.isEmpty() && causes.isEmpty() && judgements == 0) {
            causes.add("Nothing said whether this round was right: "
                    + (scenario.invariants().isEmpty()
                            ? "its only rule is serial: true, which photofinish explore judges."
                            : scenario.invariants().stream().allMatch(invariants::canJudge)
                                    ? "its invariants found no data to look at."
                                    : "its invariants are rules on data; give the database's address with --mongo."));
        }
    }

    /** Nor is a contest that nobody entered. */
    void refuseToHoldUncontested() {
        if (evidence.isEmpty()
                && causes.isEmpty()
                && scenario.expect().asksForNothing()
                && told.count(Outcome.ACCEPTED) == 0) {
            causes.add("No contender was accepted, so nothing was contested; if that is right, "
                    + "let the scenario expect it (refused: " + round.runs().size() + ").");
        }
    }

    private boolean fits(OptionalInt wanted, Outcome outcome) {
        return wanted.isEmpty() || wanted.getAsInt() == told.count(outcome);
    }

    /** What the steps after the contest saw last, which the endings usually speak of. */
    private String seenLast() {
        return round.scope().values().entrySet().stream()
                .reduce((first, last) -> last)
                .map(Map.Entry::getValue)
                .map(String::valueOf)
                .orElse("");
    }

    private void judge(Finding finding) {
        switch (finding) {
            case Finding.Judged judged -> judged(judged);
            case Finding.Unjudged unjudged ->
                causes.add("The invariant " + finding.invariant().name() + " could not be judged: " + unjudged.why());
        }
    }

    private void judged(Finding.Judged finding) {
        Invariant rule = finding.invariant();
        if (!finding.offenders().isEmpty()) {
            String why = rule.about().isEmpty() ? "" : ". " + rule.about();
            if (rule instanceof Invariant.OnData onData) {
                accusations.add(new EndedRound.Accusation(onData, finding.offenders()));
            }
            broken(
                    rule.name(),
                    rule.title() + why,
                    finding.offenders().getFirst().toString());
            sighted.add(rule.name());
        } else if (finding.looked().orElse(0) > 0) {
            judgements++;
            sighted.add(rule.name());
        }
    }

    private void broken(String rule, String explanation, String detail) {
        evidence.add(new Evidence(rule, shown.sentence(explanation), shown.detail(detail)));
    }

    private static String wanted(Expectation expect) {
        List<String> wanted = new ArrayList<>();
        expect.accepted().ifPresent(number -> wanted.add(number + " accepted"));
        expect.refused().ifPresent(number -> wanted.add(number + " refused"));
        return String.join(" and ", wanted);
    }

    private static String names(List<Expectation.Ending> endings) {
        return endings.stream().map(Expectation.Ending::name).collect(Collectors.joining(", "));
    }
}
