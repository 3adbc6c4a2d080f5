package dev.photofinish.explorer.driver;

import static dev.photofinish.explorer.driver.TillContest.exhaustively;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The counts that facts.md gives: they are combinatorics, so they are the same on every engine. */
@EveryEngine
class DriverGateTest {

    private final TillContest sales;

    DriverGateTest(TestDatabase database) {
        this.sales = new TillContest(database, DriverSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        sales.close();
    }

    @Test
    void findThenSetByTwoOversellsInFourOfSixSchedules() throws InterruptedException {
        assertCounts(exhaustively(sales.of(2, till -> till.findThenSet(80))), 6, 4);
    }

    @Test
    void aConditionalUpdateByTwoIsRight() throws InterruptedException {
        assertCounts(exhaustively(sales.of(2, till -> till.conditionally(80))), 2, 0);
    }

    @Test
    @OnEngine(value = Engine.EMBEDDED, because = "the count is the same on all, and this one is fast")
    void findThenSetByThreeOversellsInSixtyOfSixtySixSchedules() throws InterruptedException {
        assertCounts(exhaustively(sales.of(3, till -> till.findThenSet(80))), 66, 60);
    }

    @Test
    @OnEngine(value = Engine.EMBEDDED, because = "the count is the same on all, and this one is fast")
    void findThenSetByFourOversellsInNearlyAll() throws InterruptedException {
        assertCounts(exhaustively(sales.of(4, till -> till.findThenSet(80))), 1176, 1152);
    }

    @Test
    @OnEngine(value = Engine.EMBEDDED, because = "the count is the same on all, and this one is fast")
    void aConditionalUpdateByFourIsRight() throws InterruptedException {
        assertCounts(exhaustively(sales.of(4, till -> till.conditionally(80))), 24, 0);
    }

    @Test
    @OnEngine(value = Engine.EMBEDDED, because = "the count is the same on all, and this one is fast")
    void readThenConditionalUpdateByThreeIsRight() throws InterruptedException {
        assertCounts(exhaustively(sales.of(3, till -> till.lookThenConditionally(80))), 90, 0);
    }

    @Test
    @OnEngine(value = Engine.EMBEDDED, because = "the count is the same on all, and this one is fast")
    void aCompareAndSetLoopByThreeIsRight() throws InterruptedException {
        assertCounts(exhaustively(sales.of(3, till -> till.compareAndSet(80))), 150, 0);
    }

    @Test
    @OnEngine(value = Engine.EMBEDDED, because = "the count is the same on all, and this one is fast")
    void theReducedSearchFindsTheSameWithFewerSchedules() throws InterruptedException {
        var exploration = TillContest.explore(new Strategy.Reduced(), sales.of(3, till -> till.findThenSet(80)));

        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().run()).isLessThan(66);
        assertThat(exploration.discoveries()).hasSize(1);
        assertThat(exploration.discoveries().getFirst().witness().schedule()).hasToString("A B B A C");
    }

    private static void assertCounts(Exploration<TillContest.Sales> exploration, int schedules, int violating) {
        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().run()).isEqualTo(schedules);
        assertThat(exploration.coverage().violating()).isEqualTo(violating);
    }
}
