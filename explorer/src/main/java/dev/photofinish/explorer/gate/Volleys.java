package dev.photofinish.explorer.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What contenders send at once, by what they have been answered before: a request that asks two questions side by side has sent
 * both before it can be said which comes first. Learnt from execution to execution, whoever the contender is: those who do the
 * same may teach each other. Guarded by the {@link Pace} that has it.
 */
final class Volleys {

    /** So often the same, and it need not be waited for more. */
    private static final int A_HABIT = 2;

    /** For what has always come with the rest; it may need a connection, or a thread, on a machine that is busy. */
    private static final Duration SURELY = Duration.ofSeconds(1);

    private final Map<Moment, Map<List<String>, Integer>> seen = new HashMap<>();

    /**
     * Where a contender stands.
     *
     * @param answered how many of its commands have been answered
     * @param deeds a number made of their shapes and what came of each, whatever their order
     */
    record Moment(int answered, long deeds) {

        static final Moment BEGINNING = new Moment(0, 0);

        Moment after(String deed) {
            return new Moment(answered + 1, deeds + 0x9E3779B97F4A7C15L * (deed.hashCode() | 1L));
        }
    }

    /** At that moment a contender had sent these when it was taken to have sent everything. */
    void came(Moment moment, Collection<String> shapes) {
        seen.computeIfAbsent(moment, unseen -> new HashMap<>()).merge(sorted(shapes), 1, Integer::sum);
    }

    /** It had not sent everything: one more has come, with nothing answered in between. */
    void cameLater(Moment moment, Collection<String> before, String late) {
        Map<List<String>, Integer> all = seen.computeIfAbsent(moment, unseen -> new HashMap<>());
        all.computeIfPresent(sorted(before), (same, times) -> times == 1 ? null : times - 1);
        List<String> more = new ArrayList<>(before);
        more.add(late);
        all.merge(sorted(more), 1, Integer::sum);
    }

    /**
     * For how long nothing must have come until a contender that has sent these is taken to have sent everything.
     *
     * @param unknown where nothing is known
     */
    Duration patience(Moment moment, Collection<String> shapes, Duration unknown) {
        Map<List<String>, Integer> before = seen.getOrDefault(moment, Map.of());
        List<String> now = sorted(shapes);
        int same = before.getOrDefault(now, 0);
        boolean more = before.keySet().stream().anyMatch(other -> other.size() > now.size() && other.containsAll(now));
        if (same == 0 && more) {
            return SURELY;
        }
        return same >= A_HABIT && !more ? Duration.ZERO : unknown;
    }

    void forget() {
        seen.clear();
    }

    private static List<String> sorted(Collection<String> shapes) {
        return shapes.stream().sorted().toList();
    }
}
