package dev.photofinish.explorer.junit;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges by the rules of a test; an exception that the test has not named breaks one that every test has, and a rule that throws
 * is broken. For the thread of the test.
 */
final class RulesJudge implements Judge<Played> {

    static final String NO_FAILURE = "no call fails";

    private final Map<String, Rule> rules;
    private final Set<Class<? extends Throwable>> refusals;
    private final Map<String, Throwable> causes = new HashMap<>();
    private Optional<MisusedRule> misuse = Optional.empty();
    private boolean somebodyWasAccepted;

    RulesJudge(Map<String, Rule> rules, Set<Class<? extends Throwable>> refusals) {
        this.rules = new LinkedHashMap<>(rules);
        this.refusals = Set.copyOf(refusals);
    }

    /** What was thrown when a rule was broken for the first time, if so. */
    Optional<Throwable> causeOf(String rule) {
        return Optional.ofNullable(causes.get(rule));
    }

    /** That a rule asked for what there cannot be, if one did. */
    Optional<MisusedRule> misuse() {
        return misuse;
    }

    /** Whether any call in any schedule has returned, instead of throwing. */
    boolean somebodyWasAccepted() {
        return somebodyWasAccepted;
    }

    @Override
    public Judgement judge(List<Turn> turns, Played played) {
        somebodyWasAccepted |=
                played.told().outcomes().values().stream().anyMatch(outcome -> !(outcome instanceof Outcome.Threw));
        List<Finding> findings = new ArrayList<>();
        try {
            failures(played.told(), findings);
            rules.forEach((name, rule) -> broken(name, rule, played.told()).ifPresent(findings::add));
            unreadable(played, findings);
            return Judgement.of(findings);
        } catch (MisusedRule mistake) {
            misuse = Optional.of(mistake);
            throw mistake;
        } catch (MongoSocketException | MongoTimeoutException gone) {
            return new Judgement(
                    findings, Optional.of("A rule could not be looked at, the database did not answer: " + gone));
        }
    }

    private void failures(Told told, List<Finding> findings) {
        told.outcomes().forEach((contender, outcome) -> {
            if (outcome instanceof Outcome.Threw threw
                    && refusals.stream().noneMatch(refusal -> refusal.isInstance(threw.problem()))) {
                findings.add(finding(NO_FAILURE, contender + "'s call threw " + threw.problem(), threw.problem()));
            }
        });
    }

    /** What cannot be read is broken, unless the database is gone. */
    private void unreadable(Played played, List<Finding> findings) {
        played.unreadable().forEach((name, problem) -> {
            rethrowIfNoJudgement(problem);
            findings.add(finding("\"" + name + "\" can be shown", "it threw " + problem, problem));
        });
    }

    private Optional<Finding> broken(String name, Rule rule, Told told) {
        try {
            return rule.holds(told)
                    ? Optional.empty()
                    : Optional.of(new Finding(name, Finding.Weight.VIOLATION, "it does not hold"));
        } catch (AssertionError saysMore) {
            return Optional.of(
                    finding(name, String.valueOf(saysMore.getMessage()).strip(), saysMore));
        } catch (RuntimeException problem) {
            rethrowIfNoJudgement(problem);
            return Optional.of(finding(name, "it threw " + problem, problem));
        }
    }

    private static void rethrowIfNoJudgement(RuntimeException problem) {
        if (problem instanceof MisusedRule
                || problem instanceof MongoSocketException
                || problem instanceof MongoTimeoutException) {
            throw problem;
        }
    }

    private Finding finding(String rule, String text, Throwable cause) {
        causes.putIfAbsent(rule, cause);
        return new Finding(rule, Finding.Weight.VIOLATION, text);
    }
}
