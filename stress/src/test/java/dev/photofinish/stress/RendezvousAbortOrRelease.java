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
@Description("An abort meets the arrival that completes the gathering.")
@Outcome(id = "1, 1, -1", expect = Expect.ACCEPTABLE, desc = "released, the abort is for the next step")
@Outcome(id = "-1, 0, -1", expect = Expect.ACCEPTABLE, desc = "aborted, nothing released")
@Outcome(expect = Expect.FORBIDDEN, desc = "told one thing while the other happened, or the abort was lost")
@State
public class RendezvousAbortOrRelease {

    private final Gathering gathering = new Gathering("A");

    @Actor
    public void arrives(III_Result seen) {
        seen.r1 = gathering.arrive("A");
    }

    @Actor
    public void aborts() {
        gathering.abort();
    }

    @Arbiter
    public void afterwards(III_Result seen) {
        seen.r2 = gathering.releases;
        seen.r3 = gathering.arrive("A");
    }
}
