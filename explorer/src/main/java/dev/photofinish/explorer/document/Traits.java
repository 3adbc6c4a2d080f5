package dev.photofinish.explorer.document;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one document.
 *
 * @param values single values by path, as texts that are equal where the database holds the values for equal; a path of which
 *     nothing stands here may be missing, or hold what is no single value
 * @param title which document it is, for people: shortened, secrets masked
 */
public record Traits(Map<String, String> values, String title) {

    /** The path of the value by which every document is known. */
    public static final String ID = "_id";

    public Traits {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public Optional<String> id() {
        return value(ID);
    }

    public Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path));
    }
}
