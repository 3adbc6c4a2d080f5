package dev.photofinish.stress;

import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.race.Event;
import dev.photofinish.scenarios.race.History;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

@JCStressTest
@Description("A snapshot is taken while an operation is recorded.")
@org.openjdk.jcstress.annotations.Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "before the invocation")
@org.openjdk.jcstress.annotations.Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "between the two")
@org.openjdk.jcstress.annotations.Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "after the completion")
@org.openjdk.jcstress.annotations.Outcome(
        expect = Expect.FORBIDDEN,
        desc = "a completion without its invocation, or a torn event")
@State
public class HistorySnapshotIsWhole {

    private static final int TORN = -1;

    private final History history = new History();

    @Actor
    public void records() {
        history.completed(history.invoked("A", "allocate-stock", 10), 20, Outcome.ACCEPTED);
    }

    @Actor
    public void looks(I_Result seen) {
        List<Event> events = history.snapshot();
        Event.Invocation invocation = new Event.Invocation("A", "allocate-stock", 10);
        Event.Completion completion = new Event.Completion(invocation, 20, Outcome.ACCEPTED);
        seen.r1 =
                events.equals(List.<Event>of(invocation, completion).subList(0, events.size())) ? events.size() : TORN;
    }
}
