package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.gate.Gatekeeper;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells the gatekeeper what a contender has done, at once or when it is quiet, so that what it sends at the same time is told together.
 *
 * <pre>
 *   sent ─▶ waits until it has sent nothing more for a time, and nothing is being read ─▶ it has settled ─▶ told
 * </pre>
 *
 * Guarded by the {@link Attribution} that uses it.
 */
final class Herald {

    private final Gatekeeper gatekeeper;
    private final Duration afterCommand;
    private final Curtain curtain;
    private final Consumer<String> settles;
    private final Hesitation hesitation = new Hesitation();

    /**
     * @param afterCommand how long it may take until somebody who has sent a command sends another at the same time
     * @param settles told, before the gatekeeper is, who has come to where it waits
     */
    Herald(Gatekeeper gatekeeper, Duration afterCommand, Curtain curtain, Consumer<String> settles) {
        this.gatekeeper = gatekeeper;
        this.afterCommand = afterCommand;
        this.curtain = curtain;
        this.settles = settles;
    }

    /** A command of its own stands at the gate. */
    void arrives(String contender, Arrival arrival) {
        tell(contender, afterCommand, () -> gatekeeper.arrived(contender, arrival.command(), arrival));
    }

    /** It is at its end. */
    void finishes(String contender) {
        tell(contender, Duration.ZERO, () -> gatekeeper.finished(contender));
    }

    private void tell(String contender, Duration quiet, Runnable event) {
        int count = hesitation.add(contender, event);
        if (curtain.hasFallen() || quiet.isZero()) {
            tellWhenQuiet(contender, count);
        } else {
            curtain.later(quiet, () -> tellWhenQuiet(contender, count));
        }
    }

    private void tellWhenQuiet(String contender, int count) {
        if (curtain.postpones(() -> tellWhenQuiet(contender, count))) {
            return;
        }
        if (hesitation.nothingSince(contender, count)) {
            settles.accept(contender);
            List<Runnable> events = hesitation.take(contender);
            gatekeeper.atOnce(() -> events.forEach(Runnable::run));
        }
    }

    /** Waits no more. */
    void tellsAll() {
        hesitation.takeAll().forEach(Runnable::run);
    }
}
