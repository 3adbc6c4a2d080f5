package dev.photofinish.explorer.junit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How one schedule ended.
 *
 * @param shown what the test wanted to see of the final data, by its name
 * @param unreadable what was thrown instead, by the name of what was to be shown
 */
public record Played(Told told, Map<String, String> shown, Map<String, RuntimeException> unreadable) {

    public Played {
        shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
        unreadable = Collections.unmodifiableMap(new LinkedHashMap<>(unreadable));
    }

    /** Reads what is to be shown; what is broken may be unreadable. */
    static Played of(Told told, Map<String, Supplier<?>> showing) {
        Map<String, String> shown = new LinkedHashMap<>();
        Map<String, RuntimeException> unreadable = new LinkedHashMap<>();
        showing.forEach((name, read) -> {
            try {
                shown.put(name, String.valueOf(read.get()));
            } catch (RuntimeException problem) {
                shown.put(name, "it threw " + problem);
                unreadable.put(name, problem);
            }
        });
        return new Played(told, shown, unreadable);
    }
}
