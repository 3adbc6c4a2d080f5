package dev.photofinish.stress;

import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.gate.Ticker;
import dev.photofinish.explorer.gate.WaitProbe;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A gatekeeper with one contender, and what became of what it held. */
final class HeldContender {

    private static final Command COMMAND = new Command("ping", "ping", "ping", List.of(), Part.NONE);

    /** Nobody comes to an end here, so nobody is waited for. */
    private static final Patience IMPATIENT = Patience.DEFAULT.closingWithin(Duration.ZERO);

    private final Gatekeeper gatekeeper =
            new Gatekeeper(List.of("A"), WaitProbe.NONE, IMPATIENT, new Pace(), Ticker.SYSTEM);
    private final AtomicInteger proceeded = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Passage passage = new Passage() {
        @Override
        public void proceed() {
            proceeded.incrementAndGet();
        }

        @Override
        public void drop() {
            dropped.incrementAndGet();
        }
    };

    HeldContender() {
        gatekeeper.started("A");
    }

    void arrives() {
        gatekeeper.arrived("A", COMMAND, passage);
    }

    void isLost() {
        gatekeeper.lost("A", "Its client gave up.");
    }

    void gateCloses() {
        gatekeeper.close();
    }

    int proceeded() {
        return proceeded.get();
    }

    int dropped() {
        return dropped.get();
    }
}
