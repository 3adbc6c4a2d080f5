package dev.photofinish.explorer.execution;

import dev.photofinish.explorer.step.Step;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every contender stands while nobody runs.
 *
 * @param standings by contender, in the contenders' order
 */
public record Situation(Map<String, Standing> standings) {

    public Situation {
        standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
    }

    /** Those that may be let go, in the contenders' order. */
    public List<String> enabled() {
        return standings.entrySet().stream()
                .filter(standing -> standing.getValue() instanceof Standing.Held)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The step before which a contender is held, if it may be let go. */
    public Optional<Step> next(String contender) {
        return standings.get(contender) instanceof Standing.Held held ? Optional.of(held.step()) : Optional.empty();
    }

    /** Whether everybody has finished. */
    public boolean over() {
        return standings.values().stream().allMatch(Standing.Finished.class::isInstance);
    }

    /** Why the schedule cannot be brought to an end, if so. */
    public Optional<String> lost() {
        return standings.values().stream()
                .filter(Standing.Lost.class::isInstance)
                .map(standing -> ((Standing.Lost) standing).why())
                .findFirst();
    }
}
