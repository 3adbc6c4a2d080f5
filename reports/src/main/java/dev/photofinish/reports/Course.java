package dev.photofinish.reports;

import java.util.List;
import java.util.Optional;

/**
 * How a race went, beside what its rounds showed.
 *
 * @param asked how many rounds were asked for
 * @param cutShort that it ended before them and why, in a sentence: {@code Stopped after 247 of 5,000 rounds.}
 * @param doubts why it may not be called held, though no round was violated, a sentence each
 * @param overlap whether the requests overlapped; empty if nobody could tell
 */
public record Course(int asked, Optional<String> cutShort, List<String> doubts, Optional<Overlap> overlap) {

    public Course {
        doubts = List.copyOf(doubts);
    }

    /** All rounds that were asked for, and nothing else to say. */
    public static Course of(Tally tally) {
        return new Course(tally.rounds(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Whether the race has shown nothing of requests that overlap, since none did. */
    public boolean neverOverlapped() {
        return overlap.filter(Ruling::neverOverlapped).isPresent();
    }
}
