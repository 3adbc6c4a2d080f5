package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data that are put back for each schedule do not do for every application; where they do not, nothing is green. */
@EveryEngine
class FreshDataTest {

    private final TestDatabase data;
    private RememberingShop shop;

    FreshDataTest(TestDatabase data) {
        this.data = data;
    }

    @BeforeEach
    void open() throws Exception {
        shop = new RememberingShop(data);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anApplicationThatRemembersNothingIsExploredOnDataThatArePutBack() throws Exception {
        ExplorationReport explored = shop.explore("take", Fresh.RESTORED);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.obstacles()).isEmpty();
    }

    @Test
    void anApplicationThatRemembersADocumentIsNotExploredOnDataThatArePutBack() throws Exception {
        ExplorationReport explored = shop.explore("take-remembered", Fresh.RESTORED);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles())
                .singleElement()
                .asString()
                .contains("keeps data in memory", "0 commands instead of 2", "Explore it with --fresh given");
    }

    @Test
    void onDataThatAreGivenAnewItIsExplored() throws Exception {
        ExplorationReport explored = shop.explore("take-remembered", Fresh.GIVEN);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.obstacles()).isEmpty();
    }

    @Test
    void whatAnApplicationDoesOnlyOnceAfterItsStartIsNoDifference() throws Exception {
        ExplorationReport explored = shop.explore("take-with-settings", Fresh.RESTORED);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.obstacles()).isEmpty();
    }

    @Test
    void dataOfWhichNobodyKnowsWhatWasWrittenAreNotPutBack() throws Exception {
        ExplorationReport explored = shop.explore("close-down", Fresh.RESTORED);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles())
                .containsExactly("Nobody knows what dropDatabase writes, so the data cannot be put back as they were."
                        + " Run the given steps again for each schedule: --fresh given does so.");
    }

    @Test
    void andAreGivenAnewIfAskedFor() throws Exception {
        ExplorationReport explored = shop.explore("close-down", Fresh.GIVEN);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.HELD);
        assertThat(explored.obstacles()).isEmpty();
        assertThat(explored.coverage().complete()).isTrue();
    }
}
