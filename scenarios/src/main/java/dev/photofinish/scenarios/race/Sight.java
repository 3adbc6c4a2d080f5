package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Invariant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rules on data have had anything to look at. One that had not, in any round, has decided nothing: the database or collection is
 * another one, or its filter meets nothing. For one thread at a time.
 */
final class Sight {

    private final InvariantChecks checks;
    private final Set<Invariant.OnData> blind = new LinkedHashSet<>();
    private boolean asked;

    /** Of a pair of operations many a rule is about what neither makes; there the serial orders judge. */
    Sight(ScenarioFile scenario, InvariantChecks checks) {
        this.checks = checks;
        if (scenario.pairs().isEmpty()) {
            scenario.invariants().stream()
                    .filter(checks::canJudge)
                    .filter(Invariant.OnData.class::isInstance)
                    .map(Invariant.OnData.class::cast)
                    .forEach(blind::add);
        }
    }

    /** Whether it is worth counting what the rules look at. */
    boolean isWanting() {
        return !blind.isEmpty();
    }

    /** @param sighted the rules that had something to look at in a round */
    void looked(Collection<String> sighted) {
        asked = true;
        blind.removeIf(rule -> sighted.contains(rule.name()));
    }

    /** A sentence for each rule that never had. */
    List<String> blind() {
        return asked ? blind.stream().map(checks::sawNothing).toList() : List.of();
    }
}
