package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.driver.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the contenders were told: what their calls returned or threw. */
public final class Told {

    private final Map<String, Outcome> outcomes;

    Told(Map<String, Outcome> outcomes) {
        this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** By contender, in their order. */
    public Map<String, Outcome> outcomes() {
        return outcomes;
    }

    /** What a contender's call returned; empty if it threw something. */
    public Optional<Object> to(String contender) {
        return outcomes.get(contender) instanceof Outcome.Returned returned
                ? Optional.of(returned.value())
                : Optional.empty();
    }

    /** How many calls returned this. */
    public int count(Object value) {
        return (int) outcomes.values().stream()
                .filter(new Outcome.Returned(value)::equals)
                .count();
    }

    /** The sum of the numbers that calls returned; whatever else they returned or threw counts as nothing. */
    public long sum() {
        return outcomes.values().stream()
                .filter(Outcome.Returned.class::isInstance)
                .map(outcome -> ((Outcome.Returned) outcome).value())
                .filter(Number.class::isInstance)
                .mapToLong(value -> ((Number) value).longValue())
                .sum();
    }
}
