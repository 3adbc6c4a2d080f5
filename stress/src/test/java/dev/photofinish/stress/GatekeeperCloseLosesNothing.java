package dev.photofinish.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

@JCStressTest
@Description("A command comes while the gate closes.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "it goes on, once")
@Outcome(expect = Expect.FORBIDDEN, desc = "held for ever, dropped, or sent twice")
@State
public class GatekeeperCloseLosesNothing {

    private final HeldContender contender = new HeldContender();

    @Actor
    public void commandComes() {
        contender.arrives();
    }

    @Actor
    public void gateCloses() {
        contender.gateCloses();
    }

    @Arbiter
    public void afterwards(II_Result seen) {
        seen.r1 = contender.proceeded();
        seen.r2 = contender.dropped();
    }
}
