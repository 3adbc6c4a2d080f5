package dev.photofinish.explorer.attribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Commands that wait until it is proven whether a contender has sent them, each with that contender. Guarded by the
 * {@link Attribution} that uses it.
 */
final class Suspects {

    private final Map<Arrival, String> suspected = new LinkedHashMap<>();

    void add(Arrival arrival, String contender) {
        suspected.put(arrival, contender);
    }

    /** Whose it is suspected to be, if it still waits. */
    Optional<String> whose(Arrival arrival) {
        return Optional.ofNullable(suspected.get(arrival));
    }

    /** Those that a contender is suspected to have sent; they wait no more. */
    List<Arrival> takeOf(String contender) {
        List<Arrival> all = suspected.entrySet().stream()
                .filter(suspect -> suspect.getValue().equals(contender))
                .map(Map.Entry::getKey)
                .toList();
        all.forEach(suspected::remove);
        return all;
    }

    List<Arrival> takeAll() {
        List<Arrival> all = List.copyOf(suspected.keySet());
        suspected.clear();
        return all;
    }
}
