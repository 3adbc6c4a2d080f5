package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;

/**
 * What an application does when nobody asks it anything: it looks for jobs, it counts, it sends heartbeats. Learnt while it is
 * idle, one for each gate. Commands of such a shape are no contender's; where the values in them were always the same, only those
 * with the same values. Any thread: one lock.
 */
public final class Background {

    /** One may be the echo of something that was asked before. */
    private static final int A_HABIT = 2;

    private static final Set<String> DIFFERS_EACH_TIME =
            Set.of("lsid", "$clusterTime", "txnNumber", "$db", "$readPreference", "readConcern", "writeConcern");

    private final Map<String, Sightings> byShape = new HashMap<>();
    private boolean watched;

    /** @param sample what it was each time; empty if it was different things */
    private record Sightings(int times, long firstNanos, long lastNanos, Optional<BsonDocument> sample) {

        Sightings another(BsonDocument values, long now) {
            return new Sightings(times + 1, firstNanos, now, sample.filter(values::equals));
        }

        long everyMillis() {
            return (lastNanos - firstNanos) / Math.max(1, times - 1) / 1_000_000;
        }
    }

    /** Whether somebody has to watch the application while it is idle; for once. */
    public synchronized boolean isToBeWatched() {
        boolean first = !watched;
        watched = true;
        return first;
    }

    /** It came while nobody asked. */
    synchronized void saw(Command command, BsonDocument sent, long now) {
        BsonDocument values = values(sent);
        Sightings first = new Sightings(1, now, now, Optional.of(values));
        byShape.merge(command.shape(), first, (before, once) -> before.another(values, now));
    }

    /** Whether a command is what the application does when nobody asks. */
    synchronized boolean has(Command command, BsonDocument sent) {
        Sightings seen = byShape.get(command.shape());
        return seen != null
                && seen.times() >= A_HABIT
                && seen.sample().map(values(sent)::equals).orElse(true);
    }

    /** Whether something came of which it is not known whether it comes again. */
    synchronized boolean hasSomethingOnce() {
        return byShape.values().stream().anyMatch(seen -> seen.times() < A_HABIT);
    }

    /** About how long it takes until it does so again. */
    synchronized Duration rhythm(Command command) {
        return Optional.ofNullable(byShape.get(command.shape()))
                .map(seen -> Duration.ofMillis(seen.everyMillis()))
                .orElse(Duration.ZERO);
    }

    /** What it does, in sentences. */
    public synchronized Set<String> sentences() {
        Set<String> all = new TreeSet<>();
        byShape.forEach((shape, seen) -> {
            if (seen.times() >= A_HABIT) {
                all.add("%s came about every %d ms while nobody asked anything: not part of the contest."
                        .formatted(Shapes.brief(shape), seen.everyMillis()));
            }
        });
        return all;
    }

    /** It was found in the middle of an execution, and has no end. */
    synchronized void has(Command command, List<Encores.Encore> found) {
        Optional<BsonDocument> same = Optional.of(values(found.getFirst().sent()));
        byShape.put(
                command.shape(),
                new Sightings(
                        found.size(),
                        found.getFirst().atNanos(),
                        found.getLast().atNanos(),
                        same));
    }

    /** What does not differ each time. */
    static BsonDocument values(BsonDocument sent) {
        BsonDocument values = sent.clone();
        List<String> fields = new ArrayList<>(values.keySet());
        fields.stream().filter(DIFFERS_EACH_TIME::contains).forEach(values::remove);
        return values;
    }
}
