package dev.photofinish.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

@JCStressTest
@Description("Two contenders arrive for two steps, whoever comes first.")
@Outcome(id = "1, 2, 1, 2", expect = Expect.ACCEPTABLE, desc = "both released in both steps, after each release")
@Outcome(expect = Expect.FORBIDDEN, desc = "somebody went on early, or was not released")
@State
public class RendezvousReleasesAll {

    private final Gathering gathering = new Gathering("A", "B");

    @Actor
    public void a(IIII_Result seen) {
        seen.r1 = gathering.arrive("A");
        seen.r2 = gathering.arrive("A");
    }

    @Actor
    public void b(IIII_Result seen) {
        seen.r3 = gathering.arrive("B");
        seen.r4 = gathering.arrive("B");
    }
}
