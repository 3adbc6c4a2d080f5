package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.reports.wording.Figures;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.Reply;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the rounds owe the deployment: their scenario's {@code cleanup} steps, run once the data has been judged for the
 * last time. A step that fails is counted and the rest goes on, unless it goes on failing.
 */
final class Cleanup {

    /** So many rounds of a scenario in a row of which nothing could be removed; each may have taken a timeout. */
    private static final int HOPELESS = 3;

    private record Debt(ScenarioFile scenario, Scope scope) {}

    private final Deployment deployment;
    private final Optional<CleanupJournal> journal;
    /** By round, whose latest scope knows most. */
    private final Map<JsonNode, Debt> debts = new LinkedHashMap<>();

    Cleanup(Deployment deployment) {
        this(deployment, Optional.empty());
    }

    /** @param journal outlives this process */
    Cleanup(Deployment deployment, Optional<CleanupJournal> journal) {
        this.deployment = deployment;
        this.journal = journal;
    }

    /** A round has made data, or knows more of it than before. */
    void owe(ScenarioFile scenario, Scope scope) {
        if (!scenario.cleanup().isEmpty()) {
            debts.put(scope.get("unique").orElse(NullNode.getInstance()), new Debt(scenario, scope));
            journal.ifPresent(book -> book.owes(scenario.name(), scope));
        }
    }

    /** Pays all debts; answers a sentence if there were any. */
    Optional<String> run() {
        if (debts.isEmpty()) {
            journal.ifPresent(CleanupJournal::isPaid);
            return Optional.empty();
        }
        long steps = debts.values().stream()
                .mapToLong(debt -> debt.scenario().cleanup().size())
                .sum();
        long done = debts.values().stream()
                .collect(Collectors.groupingBy(Debt::scenario, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .mapToLong(this::payAll)
                .sum();
        int rounds = debts.size();
        debts.clear();
        journal.ifPresent(CleanupJournal::isPaid);
        return Optional.of(
                done == steps
                        ? "Cleaned up after " + Figures.count(rounds, "round") + "."
                        : "Cleaned up after " + Figures.count(rounds, "round") + ": " + (steps - done) + " of " + steps
                                + " steps were not accepted, so some data of this run is left; its names begin with"
                                + " pf-.");
    }

    private long payAll(List<Debt> ofOneScenario) {
        long done = 0;
        int inVain = 0;
        for (Debt debt : ofOneScenario) {
            long paid = pay(debt);
            done += paid;
            inVain = paid == 0 ? inVain + 1 : 0;
            if (inVain == HOPELESS) {
                break;
            }
        }
        return done;
    }

    private long pay(Debt debt) {
        return debt.scenario().cleanup().stream()
                .filter(step -> accepted(step, debt.scope()))
                .count();
    }

    private boolean accepted(Step.Call step, Scope scope) {
        try {
            Reply reply = deployment.sessionOf(step.role()).perform(step.operation(), step.with(), step.keep(), scope);
            return reply.outcome() == Outcome.ACCEPTED;
        } catch (NoAnswerException | CannotSignIn | CannotRender unreached) {
            return false;
        }
    }
}
