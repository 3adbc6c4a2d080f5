package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What contenders have done that the gatekeeper has not been told yet, so that what one of them sends at the same time is told
 * together. Guarded by the {@link Attribution} that uses it.
 */
public final class Hesitation {

    /**
     * For how long a contender must have done nothing before it has settled.
     *
     * @param afterCommand it may send another at the same time
     * @param afterAnswer it may go on though it has its answer
     */
    public record Pauses(Duration afterCommand, Duration afterAnswer) {

        static final Pauses NONE = new Pauses(Duration.ZERO, Duration.ZERO);
    }

    private final Map<String, List<Runnable>> events = new HashMap<>();

    /** @return how much there is now, for {@link #nothingSince} */
    int add(String contender, Runnable event) {
        List<Runnable> all = events.computeIfAbsent(contender, unseen -> new ArrayList<>());
        all.add(event);
        return all.size();
    }

    boolean nothingSince(String contender, int then) {
        return events.getOrDefault(contender, List.of()).size() == then;
    }

    /** In its order; it is forgotten. */
    List<Runnable> take(String contender) {
        List<Runnable> all = events.remove(contender);
        return all == null ? List.of() : all;
    }

    /** Of everybody. */
    List<Runnable> takeAll() {
        List<Runnable> all = events.values().stream().flatMap(List::stream).toList();
        events.clear();
        return all;
    }
}
