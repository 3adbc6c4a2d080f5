package dev.photofinish.explorer.traffic;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks after what an application does past the gate in one contest. For the explorer's thread, but for {@link #doubts} and
 * {@link #notes}.
 *
 * <p>The first executions are all looked at, of the others every fifth: that costs two commands each time.
 */
public final class Traffic {

    private static final int ALL_OF_THE_FIRST = 20;
    private static final int THEN_EVERY = 5;

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(3);

    private final Idleness idleness;
    private final PastTheGate past;
    private final Supplier<Set<String>> used;
    private final Predicate<String> ignored;
    private final Duration settle;
    private int executions;
    private boolean lookedAgain;
    private Optional<Window> window = Optional.empty();

    /**
     * @param idleness of the gate
     * @param used the collections that contenders' commands were about so far
     * @param ignored which collections are no part of the contest
     * @param settle how long an application is looked at that nobody asks
     */
    public Traffic(Idleness idleness, Supplier<Set<String>> used, Predicate<String> ignored, Duration settle) {
        this.ignored = ignored;
        this.idleness = idleness;
        this.past = new PastTheGate(idleness.tracks());
        this.used = used;
        this.settle = settle;
    }

    /** Whether the next execution is looked at. Then nothing of ours should be under way when it begins. */
    public boolean isToBeWatched() {
        return executions < ALL_OF_THE_FIRST || executions % THEN_EVERY == 0;
    }

    /** Contenders are about to start, and the data are there. */
    public void begins() {
        window = isToBeWatched() ? Optional.of(idleness.open()) : Optional.empty();
        executions++;
    }

    /** All of them are over, and nobody has looked at the data yet. */
    public void isOver() {
        window.ifPresent(opened -> past.executed(opened.close().without(ignored)));
        window = Optional.empty();
    }

    /**
     * Why nothing may be explored. Where it looks so, nobody being asked is looked at once more, for as long as contenders have run.
     * While nobody runs.
     */
    public Optional<String> refusal() throws InterruptedException {
        if (past.everyTime(used.get()).isEmpty()) {
            return Optional.empty();
        }
        if (!lookedAgain) {
            lookedAgain = true;
            idleness.look(Collections.max(List.of(settle, Collections.min(List.of(past.executedFor(), LONGEST_LOOK)))));
        }
        return past.everyTime(used.get());
    }

    /** Why what was explored may not be called held, in sentences. From any thread. */
    public Set<String> doubts() {
        return new TreeSet<>(past.doubts(used.get()));
    }

    /** What else is worth knowing, in sentences. From any thread. */
    public Set<String> notes() {
        Set<String> notes = new TreeSet<>(past.notes(used.get()));
        idleness.note().ifPresent(notes::add);
        return notes;
    }
}
