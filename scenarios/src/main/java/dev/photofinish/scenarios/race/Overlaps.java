package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Outcome;
import dev.photofinish.reports.Overlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the contenders' last requests were worked on at the same time. Behind a lock, or one worker, a request begins when the
 * one before it has been answered:
 *
 * <pre>
 *   X  ├── service ──┤                    overlapping   X  ├── service ──┤
 *   Y  ├── waits ────┼── service ──┤                    Y  ├── service ────┤
 * </pre>
 *
 * How long a request takes when nobody is in its way is learnt from contenders that run one after the other, by what they were
 * told: a refusal may take less. For the race's own thread only.
 */
final class Overlaps {

    /**
     * So much of a service time counts as all of it, since none takes as long as the other. Less would take requests of a
     * millisecond, which only wait for each other in the database, for such that never met.
     */
    private static final double NEARLY_ALL = 0.8;

    /** Of a request that is over in less than such a part of what was in its way, to have waited for most of that tells enough. */
    private static final double MUCH_QUICKER = 0.3;

    private static final double MOST = 0.5;

    /** Requests that are shorter wait for each other in the database, and for a processor, whatever the application does. */
    private static final long TELLING_NANOS = 10_000_000;

    private final List<List<Served>> rounds = new ArrayList<>();
    private final Map<Kind, List<Long>> alone = new HashMap<>();

    /** A round in which contenders were released together. */
    void add(Round round) {
        List<Served> served =
                round.runs().stream().flatMap(run -> Served.of(run).stream()).toList();
        if (served.size() == round.runs().size() && served.size() > 1) {
            rounds.add(served);
        }
    }

    /** How many rounds there are to look at. */
    int rounds() {
        return rounds.size();
    }

    /** One contender's part when nobody was in its way. */
    void alone(ContenderRun run) {
        Served.of(run)
                .ifPresent(served -> alone.computeIfAbsent(served.kind(), kind -> new ArrayList<>())
                        .add(served.took()));
    }

    /** Empty if no round can be told. */
    Optional<Overlap> seen() {
        List<List<Served>> known = rounds.stream()
                .filter(round -> round.stream().allMatch(this::isKnown))
                .toList();
        long apart = known.stream().filter(this::oneAfterTheOther).count();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Overlap(known.size(), Math.toIntExact(apart)));
    }

    private boolean isKnown(Served served) {
        return !times(served).isEmpty();
    }

    private boolean oneAfterTheOther(List<Served> round) {
        List<Served> finish = round.stream()
                .sorted(Comparator.comparingLong(Served::answered))
                .toList();
        for (int place = 1; place < finish.size(); place++) {
            if (!waited(finish.get(place), finish.get(place - 1))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the later request took longer by the time for which the earlier was in its way, and its answer came a service time after
     * the earlier one. Where it is much the quicker of the two, such as a refusal, that service time is too short to be measured, and
     * having waited tells enough.
     */
    private boolean waited(Served later, Served earlier) {
        long behind = Math.max(earlier.answered() - Math.max(earlier.released(), later.released()), 0);
        if (behind < TELLING_NANOS) {
            return false;
        }
        long fastest = times(later).getFirst();
        if (fastest < MUCH_QUICKER * behind) {
            return later.took() - fastest >= MOST * behind;
        }
        long service = median(times(later));
        return later.took() - service >= NEARLY_ALL * behind
                && later.answered() - earlier.answered() >= NEARLY_ALL * service;
    }

    /** How long requests like it took alone, shortest first. */
    private List<Long> times(Served served) {
        return alone.getOrDefault(served.kind(), List.of()).stream().sorted().toList();
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    /** Whose request, and what it was told. */
    private record Kind(String contender, Outcome outcome) {}

    /** An answered request, in nanoseconds of this JVM's clock. */
    private record Served(Kind kind, long released, long answered) {

        static Optional<Served> of(ContenderRun run) {
            if (run.attempts().isEmpty() || run.outcome() == Outcome.FAILED) {
                return Optional.empty();
            }
            var stamps = run.attempts().getLast().stamps();
            return stamps.released().isPresent() && stamps.lastByte().isPresent()
                    ? Optional.of(new Served(
                            new Kind(run.contender(), run.outcome()),
                            stamps.released().getAsLong(),
                            stamps.lastByte().getAsLong()))
                    : Optional.empty();
        }

        long took() {
            return answered - released;
        }
    }
}
