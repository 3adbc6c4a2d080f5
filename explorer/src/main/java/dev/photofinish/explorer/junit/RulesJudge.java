package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges by the rules of a test; an exception that the test has not named breaks one that every test has. */
record RulesJudge(Map<String, Rule> rules, Set<Class<? extends Throwable>> refusals) implements Judge<Played> {

    static final String NO_FAILURE = "no call fails";

    @Override
    public Judgement judge(List<Turn> turns, Played played) {
        List<Finding> findings = new ArrayList<>();
        played.told()
                .outcomes()
                .forEach((contender, outcome) -> failure(contender, outcome)
                        .ifPresent(text -> findings.add(new Finding(NO_FAILURE, Finding.Weight.VIOLATION, text))));
        rules.forEach((name, rule) -> broken(rule, played.told())
                .ifPresent(text -> findings.add(new Finding(name, Finding.Weight.VIOLATION, text))));
        return Judgement.of(findings);
    }

    private Optional<String> failure(String contender, Outcome outcome) {
        return outcome instanceof Outcome.Threw threw
                        && refusals.stream().noneMatch(refusal -> refusal.isInstance(threw.problem()))
                ? Optional.of(contender + "'s call threw " + threw.problem())
                : Optional.empty();
    }

    private static Optional<String> broken(Rule rule, Told told) {
        try {
            return rule.holds(told) ? Optional.empty() : Optional.of("it does not hold");
        } catch (AssertionError saysMore) {
            return Optional.of(String.valueOf(saysMore.getMessage()).strip());
        }
    }
}
