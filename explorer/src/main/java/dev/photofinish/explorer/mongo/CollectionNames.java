package dev.photofinish.explorer.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of collections in which values stand: an application may have a collection for every tenant, or for every job. In the next
 * execution, on data made anew, it has another name, and is the same all the same.
 */
public final class CollectionNames {

    /** What makes the data of an execution differ from those of others, and ids as databases and libraries make them. */
    private static final Pattern VALUE = Pattern.compile(
            "(?<![0-9a-z])(?:pf[-_]?[0-9a-z]+[-_]?[0-9a-z]+[-_]?\\d+|[0-9a-f]{24}|[0-9a-f]{32}"
                    + "|[0-9a-f]{8}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12})(?![0-9a-z])",
            Pattern.CASE_INSENSITIVE);

    private CollectionNames() {}

    /** The name with a star for every value in it. */
    public static String withoutValues(String name) {
        return VALUE.matcher(name).replaceAll("*");
    }

    /** The same of a full name, such as {@code shop.t_17}. */
    public static String withoutValuesInFull(String namespace) {
        int dot = namespace.indexOf('.') + 1;
        return namespace.substring(0, dot) + withoutValues(namespace.substring(dot));
    }

    /**
     * What each is called in every execution: those of which nothing is left that tells them apart are numbered, in the order of
     * their names.
     *
     * @param names full ones
     */
    public static Map<String, String> inEveryExecution(Collection<String> names) {
        Map<String, List<String>> alike = new HashMap<>();
        new TreeSet<>(names)
                .forEach(name -> alike.computeIfAbsent(withoutValuesInFull(name), same -> new ArrayList<>())
                        .add(name));
        Map<String, String> called = new HashMap<>();
        alike.forEach((common, same) -> {
            for (int place = 0; place < same.size(); place++) {
                called.put(same.get(place), place == 0 ? common : common + " " + (place + 1));
            }
        });
        return called;
    }
}
