package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What may still come when everybody is over: commands that come too late for the result, and requests on which clients have given up.
 * Guarded by the {@link Attribution} that uses it, but for the two that wait: these must not be called under its lock.
 */
final class Finale {

    private final Script script;
    private final Bypass bypass;
    private final Endings endings;
    private final Calm calm;
    private final Bell bell;
    private final Slumber slumber;
    private long answeredNanos;
    /** Whether the application may still work on something of which nobody knows what comes of it. */
    private boolean unknown;

    Finale(Script script, Bypass bypass, Endings endings, Calm calm, Bell bell, Slumber slumber) {
        this.slumber = slumber;
        this.script = script;
        this.bypass = bypass;
        this.endings = endings;
        this.calm = calm;
        this.bell = bell;
        this.answeredNanos = bell.nanos();
    }

    /** A contender has its answer, or its client has given up on it. */
    void isAnswered(Told told, long now) {
        answeredNanos = now;
        unknown |= told.equals(Told.NOTHING_IN_TIME);
    }

    /** Nothing can be said about somebody any more. */
    void losesSomebody() {
        unknown = true;
    }

    /** Whether everybody is over and nobody asks anything, so that what comes is too late. */
    boolean isWatched() {
        return script.lateness().isOpen();
    }

    /** It has come too late, unless the reading of the result has asked for it. */
    void comes(Arrival arrival) {
        Command command = arrival.whole();
        if (isWatched()) {
            script.lateness().comes(command);
        } else if (!bypass.isUsual(arrival)) {
            script.lateness().suspect(command, Duration.ofNanos(bell.nanos() - answeredNanos));
        }
    }

    /** Everybody is over. Waits for what may still come where the application is suspected to write later than that; seldom. */
    void awaitLatecomers() throws InterruptedException {
        script.lateness().await();
    }

    /** For how long nothing must have come until nothing more comes of this execution. */
    Duration quiet() {
        return unknown ? endings.patienceForTheUnknown() : endings.patienceForAll();
    }

    /**
     * Waits until nothing has come for so long, within a bound; and where nobody knows what the application still does, until it sleeps.
     *
     * @return why it cannot be said that nothing more comes, in a sentence
     */
    Optional<String> awaitCalm(Duration quiet, Duration bound) throws InterruptedException {
        Duration longest = Collections.max(List.of(bound, quiet.multipliedBy(2)));
        boolean isCalm = calm.await(quiet, longest);
        if (isCalm && !quiet.isZero() && slumber.isSeen()) {
            awaitSlumber(longest);
            isCalm = calm.await(quiet, longest);
        }
        return isCalm ? Optional.empty() : Optional.of(Sentences.STILL_AT_WORK);
    }

    private void awaitSlumber(Duration bound) throws InterruptedException {
        CountDownLatch asleep = new CountDownLatch(1);
        slumber.whenAsleep(asleep::countDown);
        var unused = asleep.await(bound.toNanos(), TimeUnit.NANOSECONDS);
    }
}
