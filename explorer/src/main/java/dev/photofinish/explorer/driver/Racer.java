package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.gate.Gatekeeper;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A contender's code on its way, in a thread of its own. */
final class Racer {

    /** Of the driver's pool: who is in there has no connection yet. */
    private static final String CONNECTION_PERMITS = "com.mongodb.internal.connection.ConcurrentPool$StateAndPermits";

    private final String contender;
    private final Seat seat;
    private final Thread thread;
    private volatile @Nullable Outcome outcome;

    private Racer(DriverSettings settings, String contender, Callable<?> code, Gatekeeper gatekeeper, Seen seen) {
        this.contender = contender;
        this.seat = new Seat(contender, gatekeeper, seen);
        Thread.Builder kind = switch (settings.threads()) {
            case PLATFORM -> Thread.ofPlatform().daemon();
            case VIRTUAL -> Thread.ofVirtual();
        };
        this.thread = kind.name("contender " + contender).unstarted(() -> {
            if (settings.start() == DriverSettings.Start.STEP_OF_ITS_OWN) {
                seat.startPoint();
            }
            seat.run(() -> outcome = outcomeOf(code));
            gatekeeper.finished(contender);
        });
    }

    static Racer start(DriverSettings settings, String contender, Callable<?> code, Gatekeeper gatekeeper, Seen seen) {
        Racer racer = new Racer(settings, contender, code, gatekeeper, seen);
        gatekeeper.started(contender);
        racer.thread.start();
        return racer;
    }

    String contender() {
        return contender;
    }

    Seat seat() {
        return seat;
    }

    Thread thread() {
        return thread;
    }

    /** Whether it waits because all connections of the driver's pool are taken. */
    boolean waitsForAConnection() {
        boolean waits = thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
        return waits
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(CONNECTION_PERMITS));
    }

    /** How it ended, if it has. */
    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Whatever the code throws is what the contender was told, also an error. */
    private static Outcome outcomeOf(Callable<?> code) {
        try {
            Object value = code.call();
            return value == null ? new Outcome.ReturnedNothing() : new Outcome.Returned(value);
        } catch (Throwable problem) {
            return new Outcome.Threw(problem);
        }
    }
}
