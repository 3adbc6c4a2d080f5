package dev.photofinish.explorer.mongo;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a namespace's unique indexes.
 *
 * @param keyFields the fields whose value names one document: {@code _id}, and fields that a unique index of their own guards
 * @param uniquePaths every path that some unique index contains, whatever its kind: who writes one may be refused because of
 *     another document
 * @param view whether it is a view, whose documents are those of other collections
 */
public record Uniqueness(Set<String> keyFields, Set<String> uniquePaths, boolean view) {

    /** Nothing is known: no key proves anything. */
    public static final Uniqueness UNKNOWN = new Uniqueness(Set.of(), Set.of(), false);

    /** There is only the index that every collection has. */
    public static final Uniqueness ONLY_ID = new Uniqueness(Set.of("_id"), Set.of("_id"), false);

    public static final Uniqueness VIEW = new Uniqueness(Set.of(), Set.of(), true);

    private static final Pattern POSITION = Pattern.compile("\\.(\\d+|\\$(\\[[^\\]]*\\])?)(?=\\.|$)");

    public Uniqueness {
        keyFields = Set.copyOf(keyFields);
        uniquePaths = Set.copyOf(uniquePaths);
    }

    /** Whether a write to the path can collide with another document: it is, or contains, or lies in a unique path. */
    boolean guards(String path) {
        String written = withoutPositions(path);
        return uniquePaths.stream().anyMatch(unique -> within(unique, written) || within(written, unique));
    }

    private static boolean within(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".");
    }

    /** {@code items.3.sku} and {@code items.$[].sku} are written through the index on {@code items.sku}. */
    private static String withoutPositions(String path) {
        return path.indexOf('.') < 0 ? path : POSITION.matcher(path).replaceAll("");
    }
}
