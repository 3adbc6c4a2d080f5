package dev.photofinish.scenarios.template;

import java.util.List;
import java.util.Set;

/**
 * Values that came from the environment and serve to sign in. They must not appear in reports.
 *
 * @param values none of them blank
 */
public record Secrets(List<String> values) {

    public Secrets {
        values = values.stream().filter(value -> !value.isBlank()).distinct().toList();
    }

    public static Secrets of(Set<String> values) {
        return new Secrets(List.copyOf(values));
    }

    /** Never the secrets themselves: records end up in logs. */
    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
