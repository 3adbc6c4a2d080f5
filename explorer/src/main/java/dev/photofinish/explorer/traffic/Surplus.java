package dev.photofinish.explorer.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server did in some time that nothing of which we know explains.
 *
 * @param time how long that was
 * @param reads how often, by namespace
 * @param writes how often, by namespace
 */
record Surplus(Duration time, Map<String, Long> reads, Map<String, Long> writes) {

    static final Surplus NONE = new Surplus(Duration.ZERO, Map.of(), Map.of());

    private static final Set<String> OF_THE_SERVER = Set.of("admin", "config", "local");

    /** @param explained at most, in that time */
    static Surplus of(Duration time, Counters.Known before, Counters.Known after, Map<String, Count> explained) {
        if (explained.containsKey(Explained.EVERYWHERE)) {
            return new Surplus(time, Map.of(), Map.of());
        }
        Map<String, Long> reads = after.counts().keySet().stream()
                .filter(Surplus::isAnApplications)
                .collect(Collectors.toMap(
                        namespace -> namespace,
                        namespace -> done(namespace, before, after)
                                .readsBeyond(explained.getOrDefault(namespace, Count.NONE))));
        Map<String, Long> writes = after.counts().keySet().stream()
                .filter(Surplus::isAnApplications)
                .collect(Collectors.toMap(
                        namespace -> namespace,
                        namespace -> done(namespace, before, after)
                                .writesBeyond(explained.getOrDefault(namespace, Count.NONE))));
        return new Surplus(time, some(reads), some(writes));
    }

    /** A server that has been started again has forgotten what it had counted: then it is less than before, and nothing. */
    private static Count done(String namespace, Counters.Known before, Counters.Known after) {
        return after.of(namespace).minus(before.of(namespace));
    }

    private static boolean isAnApplications(String namespace) {
        return !namespace.contains(".system.")
                && !namespace.contains(".$")
                && !OF_THE_SERVER.contains(database(namespace));
    }

    static String database(String namespace) {
        int dot = namespace.indexOf('.');
        return dot < 0 ? namespace : namespace.substring(0, dot);
    }

    private static Map<String, Long> some(Map<String, Long> numbers) {
        return numbers.entrySet().stream()
                .filter(number -> number.getValue() > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean isNothing() {
        return reads.isEmpty() && writes.isEmpty();
    }

    /** Databases in which something is left over. */
    Set<String> databases() {
        return Stream.concat(reads.keySet().stream(), writes.keySet().stream())
                .map(Surplus::database)
                .collect(Collectors.toSet());
    }

    /** The same but for what is in some collections. */
    Surplus without(Predicate<String> namespaces) {
        return new Surplus(time, elsewhere(reads, namespaces), elsewhere(writes, namespaces));
    }

    private static Map<String, Long> elsewhere(Map<String, Long> numbers, Predicate<String> namespaces) {
        return numbers.entrySet().stream()
                .filter(number -> !namespaces.test(number.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
