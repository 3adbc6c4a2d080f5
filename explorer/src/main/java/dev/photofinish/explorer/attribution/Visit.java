package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A contender's way through one execution: what it sends before its answer, and what after it. Guarded by the {@link Attribution}
 * that uses it.
 */
final class Visit {

    private final Set<String> before = new TreeSet<>();
    private final List<String> after = new ArrayList<>();
    private Optional<Sequels.Way> way = Optional.empty();
    private Optional<List<String>> learnt = Optional.empty();
    private Duration slowest = Duration.ZERO;
    private long goingSince;
    private int deeds;
    private int open;

    /** It has sent a command. */
    void sends(String shape, long now) {
        deeds++;
        open++;
        if (way.isEmpty()) {
            before.add(shape);
        } else {
            after.add(shape);
            Duration took = Duration.ofNanos(now - goingSince);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
    }

    void isAnswered(Told told, long now) {
        deeds++;
        way = Optional.of(wayTo(told));
        goingSince = now;
    }

    /** How it will have come to an answer if that comes now. */
    Sequels.Way wayTo(Told told) {
        return new Sequels.Way(before, told);
    }

    /** One of its commands has all the answer that it gets, and it goes on. */
    void mayGoOn(long now) {
        open--;
        goingSince = now;
    }

    /** Whether a command of its own is held or in the database. */
    boolean hasSomethingOpen() {
        return open > 0;
    }

    /** How it came to its answer, once it has one. */
    Optional<Sequels.Way> way() {
        return way;
    }

    Sequels.Sequel sequel() {
        return new Sequels.Sequel(after, slowest);
    }

    /** What came after its answer is known from now on. */
    void isLearnt() {
        learnt = Optional.of(List.copyOf(after));
    }

    /** What is known of it, if it is. */
    Optional<List<String>> learnt() {
        return learnt;
    }

    /** Whether such a command of its own has come. */
    boolean hasSent(String shape) {
        return before.contains(shape) || after.contains(shape);
    }

    /** Grows with all that it does. */
    int deeds() {
        return deeds;
    }
}
