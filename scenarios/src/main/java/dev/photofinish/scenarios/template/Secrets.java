package dev.photofinish.scenarios.template;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Values that came from the environment and serve to sign in. They must not appear in reports.
 *
 * @param values longest first, none of them blank
 */
public record Secrets(List<String> values) {

    public Secrets {
        // a secret that contains another one must be masked before it
        values = values.stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    public static Secrets of(Set<String> values) {
        return new Secrets(List.copyOf(values));
    }

    /** The text with every secret in it replaced. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, "***");
        }
        return masked;
    }

    /** Never the secrets themselves: records end up in logs. */
    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
