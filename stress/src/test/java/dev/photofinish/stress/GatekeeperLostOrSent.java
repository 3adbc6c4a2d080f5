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
@Description("A client gives up its held command while the gate closes.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "sent before anybody knew")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "dropped")
@Outcome(expect = Expect.FORBIDDEN, desc = "neither or both: a dead client's write, or a command that is held for ever")
@State
public class GatekeeperLostOrSent {

    private final HeldContender contender = new HeldContender();

    public GatekeeperLostOrSent() {
        contender.arrives();
    }

    @Actor
    public void clientGivesUp() {
        contender.isLost();
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
