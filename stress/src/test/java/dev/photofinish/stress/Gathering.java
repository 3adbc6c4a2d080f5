package dev.photofinish.stress;

import dev.photofinish.scenarios.race.Rendezvous;
import dev.photofinish.scenarios.race.RendezvousAbortedException;
import java.time.Duration;
import java.util.List;

/** A rendezvous of A and B whose starter counts its releases in a plain field: who may see it is part of what is tested. */
final class Gathering {

    static final int ABORTED = -1;
    static final int TIMED_OUT = -2;

    private static final String REASON = "aborted by the test";

    private final Rendezvous<String> rendezvous;
    int releases;

    Gathering(String... contenders) {
        this.rendezvous = new Rendezvous<>(List.of(contenders), Duration.ofSeconds(20), shots -> {
            if (shots.size() == contenders.length) {
                releases++;
            }
        });
    }

    /** The number of releases seen on return, or how it failed. */
    int arrive(String contender) {
        try {
            rendezvous.arrive(contender, contender);
            return releases;
        } catch (RendezvousAbortedException aborted) {
            return REASON.equals(aborted.getMessage()) ? ABORTED : TIMED_OUT;
        } catch (InterruptedException interrupted) {
            return TIMED_OUT;
        }
    }

    void leave(String contender) {
        rendezvous.leave(contender);
    }

    void abort() {
        rendezvous.abort(REASON);
    }
}
