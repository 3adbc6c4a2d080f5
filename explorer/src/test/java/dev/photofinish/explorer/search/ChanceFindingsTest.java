package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.search.Finding.Certainty;
import dev.photofinish.explorer.search.Finding.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A finding that could be chance counts if its schedule shows it each time. */
class ChanceFindingsTest {

    private static final SearchSettings SETTINGS = new SearchSettings(1_000, Optional.empty(), 0, 10);

    private final AtomicInteger judged = new AtomicInteger();

    @Test
    void whatDoesNotComeBackIsNoFindingAndNoDoubt() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(() -> judged.incrementAndGet() == 3, Certainty.IF_IT_COMES_BACK);

        assertThat(found.discoveries()).isEmpty();
        assertThat(found.coverage().violating()).isZero();
        assertThat(found.doubts()).isEmpty();
    }

    @Test
    void whatComesBackNowAndThenIsNoneEither() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(
                () -> judged.incrementAndGet() == 3 || (judged.get() > 6 && judged.get() % 2 == 1),
                Certainty.IF_IT_COMES_BACK);

        assertThat(found.discoveries()).isEmpty();
        assertThat(found.coverage().violating()).isZero();
    }

    @Test
    void whatComesBackEachTimeIsOne() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(() -> true, Certainty.IF_IT_COMES_BACK);

        assertThat(found.coverage().violating()).isEqualTo(6);
        assertThat(found.discoveries())
                .singleElement()
                .satisfies(discovery ->
                        assertThat(discovery.witness().reproduced()).isEqualTo(10));
    }

    @Test
    void whereOnlySomeOfManyWereTriedAgainThereIsADoubt() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(() -> judged.incrementAndGet() <= 6, Certainty.IF_IT_COMES_BACK);

        assertThat(found.discoveries()).isEmpty();
        assertThat(found.doubts()).singleElement().asString().startsWith("6 schedules were not lucky");
    }

    @Test
    void whatIsCertainCountsAsSoonAsItIsSeen() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(() -> judged.incrementAndGet() == 3, Certainty.SEEN);

        assertThat(found.coverage().violating()).isEqualTo(1);
        assertThat(found.discoveries()).hasSize(1);
    }

    private static Exploration<ModelContest.Ending> explore(Fortune bad, Certainty certainty)
            throws InterruptedException {
        List<Op> program = List.of(Op.read("x"), Op.write("x", read -> 1));
        ModelContest contest = new ModelContest(Map.of(), new TreeMap<>(Map.of("A", program, "B", program)));
        return new Explorer(new Strategy.Exhaustive(), SETTINGS)
                .explore(
                        contest,
                        (turns, ending) -> bad.strikes()
                                ? Judgement.of(List.of(new Finding("lucky", Weight.VIOLATION, "", certainty)))
                                : Judgement.HELD,
                        Watcher.NONE);
    }

    private interface Fortune {
        boolean strikes();
    }
}
