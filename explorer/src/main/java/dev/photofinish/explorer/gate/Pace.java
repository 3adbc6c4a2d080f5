package dev.photofinish.explorer.gate;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What one execution of a contest teaches for the next: how long its contenders are silent between an answer and what they do
 * then, and which of them send several commands at once. One for each contest; any thread.
 */
public final class Pace {

    private final Set<String> parallel = new HashSet<>();
    private long silences;
    private double meanNanos;

    synchronized void silence(Duration silence) {
        silences++;
        meanNanos += (silence.toNanos() - meanNanos) / silences;
    }

    /** How long a contender is silent in the application on average; zero if none has been seen. */
    public synchronized Duration typicalSilence() {
        return Duration.ofNanos((long) meanNanos);
    }

    synchronized void sendsSeveral(String contender) {
        parallel.add(contender);
    }

    /** Those that have sent a command before the one before it was answered, or after they had finished. */
    public synchronized Set<String> parallel() {
        return Set.copyOf(parallel);
    }
}
