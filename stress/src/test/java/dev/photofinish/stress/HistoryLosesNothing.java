package dev.photofinish.stress;

import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.race.Event;
import dev.photofinish.scenarios.race.History;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

@JCStressTest
@Description("Two contenders record an operation each at the same time.")
@org.openjdk.jcstress.annotations.Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "all four events are there")
@org.openjdk.jcstress.annotations.Outcome(expect = Expect.FORBIDDEN, desc = "an event was lost")
@State
public class HistoryLosesNothing {

    private final History history = new History();

    @Actor
    public void a() {
        history.completed(history.invoked("A", "allocate-stock", 10), 30, Outcome.ACCEPTED);
    }

    @Actor
    public void b() {
        history.completed(history.invoked("B", "allocate-stock", 20), 40, Outcome.REFUSED);
    }

    @Arbiter
    public void afterwards(II_Result events) {
        events.r1 = (int) history.snapshot().stream()
                .filter(Event.Invocation.class::isInstance)
                .count();
        events.r2 = (int) history.snapshot().stream()
                .filter(Event.Completion.class::isInstance)
                .count();
    }
}
