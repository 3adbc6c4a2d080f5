package dev.photofinish.explorer.mongo;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is known of a namespace's unique indexes.
 *
 * <pre>
 *   index                                  key      identity      unique paths
 *   {_id: 1}                               _id      _id           _id
 *   {number: 1} unique                     number   number        number
 *   {site: 1, shelf: 1} unique             both     both          both
 *   {codes: 1} unique, of arrays           –        codes         codes
 *   {badge: 1} unique, sparse              –        badge         badge
 *   {mail: 1} unique, where active         –        –             mail, active
 *   {name: 1} unique, under a collation    –        –             name
 * </pre>
 *
 * @param keys fields whose values together tell documents apart: two documents that differ in one of them are two
 * @param identities fields of which one value each is had by one document at most
 * @param triedAgain those of the identities on which the server itself tries an upsert again that has met a duplicate
 * @param uniquePaths every path on which it depends whether some unique index takes a document, whatever the index's kind: who
 *     writes one may be refused because of another document
 * @param view whether it is a view, whose documents are those of other collections
 */
public record Uniqueness(
        Set<List<String>> keys,
        Set<Set<String>> identities,
        Set<Set<String>> triedAgain,
        Set<String> uniquePaths,
        boolean view) {

    private static final Set<String> ID = Set.of("_id");

    /** Nothing is known: no key proves anything. */
    public static final Uniqueness UNKNOWN = new Uniqueness(Set.of(), Set.of(), Set.of(), Set.of(), false);

    /** There is only the index that every collection has. */
    public static final Uniqueness ONLY_ID = new Uniqueness(Set.of(List.of("_id")), Set.of(ID), Set.of(ID), ID, false);

    public static final Uniqueness VIEW = new Uniqueness(Set.of(), Set.of(), Set.of(), Set.of(), true);

    private static final Pattern POSITION = Pattern.compile("\\.(\\d+|\\$(\\[[^\\]]*\\])?)(?=\\.|$)");

    public Uniqueness {
        keys = Set.copyOf(keys);
        identities = Set.copyOf(identities);
        triedAgain = Set.copyOf(triedAgain);
        uniquePaths = Set.copyOf(uniquePaths);
    }

    /** No unique index spans several fields, and no more than one besides that on {@code _id} is known to take every document. */
    public Uniqueness(Set<String> keyFields, Set<String> uniquePaths, boolean view) {
        this(
                keyFields.stream().map(List::of).collect(Collectors.toSet()),
                keyFields.stream().map(Set::of).collect(Collectors.toSet()),
                keyFields.contains("_id") ? Set.of(ID) : Set.of(),
                uniquePaths,
                view);
    }

    /** The fields each of which is a key by itself. */
    Set<String> keyFields() {
        return keys.stream().filter(key -> key.size() == 1).map(List::getFirst).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, but any field except {@code _id} may hold an array, by any of whose elements its document is found. */
    Uniqueness amongArrays() {
        return new Uniqueness(
                keys.stream().filter(List.of("_id")::equals).collect(Collectors.toSet()),
                identities,
                triedAgain,
                uniquePaths,
                view);
    }

    /** Whether a write to the path can collide with another document: it is, or contains, or lies in a unique path. */
    boolean guards(String path) {
        return touches(uniquePaths, path);
    }

    /** Whether no write of a document that is there can collide with another document: an {@code _id} is never changed. */
    boolean guardsNothingButIds() {
        return ID.equals(uniquePaths);
    }

    /** Whether the written path is, or contains, or lies in one of the paths. */
    static boolean touches(Set<String> paths, String path) {
        String written = withoutPositions(path);
        return paths.stream().anyMatch(each -> within(each, written) || within(written, each));
    }

    private static boolean within(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".");
    }

    /** {@code items.3.sku} and {@code items.$[].sku} are written through the index on {@code items.sku}. */
    private static String withoutPositions(String path) {
        return path.indexOf('.') < 0 ? path : POSITION.matcher(path).replaceAll("");
    }
}
