package dev.photofinish.explorer.attribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

    /**
     * A contender has done nothing for so long that what waits tells something.
     *
     * @param own it has sent these
     * @param others it has not sent these
     * @param undecided one of others of which even that cannot be said
     */
    record Ruling(List<Arrival> own, List<Arrival> others, Optional<Arrival> undecided) {}

    /**
     * Says which of those that wait a silent contender has sent; they wait no more. What is sent at once waits together, and is its own
     * or not together, but for what the application does all the time: who does that would have gone on doing it, had it not been held
     * itself. If such a thing has come twice, one of the two is the contender's, and which makes no difference.
     *
     * @param usual whether the application does it all the time
     */
    Ruling rule(String contender, Predicate<Arrival> usual) {
        List<Arrival> all = takeOf(contender);
        List<Arrival> unusual = all.stream().filter(usual.negate()).toList();
        if (!unusual.isEmpty()) {
            return new Ruling(unusual, all.stream().filter(usual).toList(), Optional.empty());
        }
        boolean alike =
                all.stream().map(each -> each.whole().shape()).distinct().count() == 1;
        if (all.size() == 2 && alike) {
            return new Ruling(all.subList(0, 1), all.subList(1, 2), Optional.empty());
        }
        return new Ruling(List.of(), all, all.stream().skip(1).findFirst());
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
