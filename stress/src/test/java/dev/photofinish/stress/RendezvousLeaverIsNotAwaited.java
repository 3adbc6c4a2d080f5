package dev.photofinish.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

@JCStressTest
@Description("One contender is through and leaves, while the other arrives or already waits for it.")
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "released alone")
@Outcome(expect = Expect.FORBIDDEN, desc = "waited for somebody who has left: a lost wake-up")
@State
public class RendezvousLeaverIsNotAwaited {

    private final Gathering gathering = new Gathering("A", "B");

    @Actor
    public void arrives(I_Result seen) {
        // alone, so the starter that counts full gatherings has not counted this one
        seen.r1 = gathering.arrive("A");
    }

    @Actor
    public void leaves() {
        gathering.leave("B");
    }
}
