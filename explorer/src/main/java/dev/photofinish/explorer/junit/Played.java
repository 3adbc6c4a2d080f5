package dev.photofinish.explorer.junit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one schedule ended.
 *
 * @param shown what the test wanted to see of the final data, by its name
 */
public record Played(Told told, Map<String, String> shown) {

    public Played {
        shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
    }
}
