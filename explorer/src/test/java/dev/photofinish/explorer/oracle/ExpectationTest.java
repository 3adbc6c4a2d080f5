package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.DEPOSITS;
import static dev.photofinish.explorer.oracle.Ledgers.runs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What serial orders give is learnt and put into words once, as long as they show nothing new. */
class ExpectationTest {

    @Test
    void runsThatDifferInNothingTeachNothing() throws Exception {
        SerialRuns<Result> runs = runs(DEPOSITS);
        List<String> order = List.of("A", "B");
        runs.runAhead();
        Expectation expectation = new Expectation(runs, Uncompared.NOTHING);
        Treatments treatments = expectation.treatments();
        List<Canonical> before = expectation.of(order);

        assertThat(runs.again(List.of(order), runs.now())).isTrue();

        assertThat(expectation.treatments()).isSameAs(treatments);
        assertThat(expectation.of(order)).singleElement().isSameAs(before.getFirst());
    }
}
