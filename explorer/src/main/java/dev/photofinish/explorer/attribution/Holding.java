package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long contenders' commands stand at the gate: an application may have a time-out of its own, and what it does when that is over
 * it does because it was held. Guarded by the {@link Attribution} that uses it.
 */
final class Holding {

    /** Who is answered while a command stands there for longer has given up on it, if that is an answer which nobody was given before. */
    private static final Duration LONG = Duration.ofMillis(100);

    private final Map<String, List<Arrival>> all = new HashMap<>();
    private final Map<String, Duration> longestWaits = new HashMap<>();
    private final Map<String, Duration> standstills = new HashMap<>();

    void holds(String contender, Arrival arrival) {
        all.computeIfAbsent(contender, unseen -> new ArrayList<>()).add(arrival);
    }

    /** A command that still stands there, and has for so long that it may have been given up. */
    Optional<Arrival> tooLong(String contender) {
        return all.getOrDefault(contender, List.of()).stream()
                .filter(Arrival::isAtTheGate)
                .filter(arrival -> arrival.held().compareTo(LONG) >= 0)
                .max(Comparator.comparing(Arrival::held));
    }

    /** A contender has done something after it had done nothing for a time. */
    void acts(String contender, Duration silence) {
        Duration waited = all.entrySet().stream()
                .filter(other -> !other.getKey().equals(contender))
                .map(other -> heldWithin(other.getValue(), silence))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        longestWaits.merge(contender, waited, (some, more) -> some.compareTo(more) >= 0 ? some : more);
    }

    /** It has its answer, after nobody had done anything for so long. */
    void endsAStandstill(String contender, Duration length) {
        standstills.put(contender, length);
    }

    private static Duration heldWithin(List<Arrival> arrivals, Duration silence) {
        return arrivals.stream().map(arrival -> arrival.heldWithin(silence)).reduce(Duration.ZERO, Duration::plus);
    }

    /** What each contender has gone through so far. */
    Map<String, Strain> soFar() {
        Map<String, Strain> strains = new TreeMap<>();
        longestWaits.forEach((contender, waited) -> strains.put(
                contender, new Strain(held(contender), waited, standstills.getOrDefault(contender, Duration.ZERO))));
        return strains;
    }

    private Duration held(String contender) {
        return all.getOrDefault(contender, List.of()).stream()
                .map(Arrival::held)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
