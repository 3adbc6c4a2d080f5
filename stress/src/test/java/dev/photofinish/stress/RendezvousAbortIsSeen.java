package dev.photofinish.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

@JCStressTest
@Description("One contender fails before it arrives and aborts, while the other arrives or already waits.")
@Outcome(id = "-1, -1, 0", expect = Expect.ACCEPTABLE, desc = "both are told, nothing is released")
@Outcome(expect = Expect.FORBIDDEN, desc = "somebody waits on, or was released alone")
@State
public class RendezvousAbortIsSeen {

    private final Gathering gathering = new Gathering("A", "B");

    @Actor
    public void waits(III_Result seen) {
        seen.r1 = gathering.arrive("A");
    }

    @Actor
    public void fails(III_Result seen) {
        gathering.abort();
        seen.r2 = gathering.arrive("B");
    }

    @Arbiter
    public void afterwards(III_Result seen) {
        seen.r3 = gathering.releases;
    }
}
