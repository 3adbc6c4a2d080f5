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

    /** Restocked before it is asked, it is read each time; asked first, only the first time. */
    @Test
    void norIsOneWhoseMemoryShowsOnlyTheOtherWayRound() throws Exception {
        ExplorationReport explored = shop.explore("restocked-and-asked", Fresh.RESTORED);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles())
                .singleElement()
                .asString()
                .contains("One after the other (B, then A)", "keeps data in memory", "Explore it with --fresh given");
    }

    /** After the first schedule in which two meet, all others are about something else; one after the other shows it in the end. */
    @Test
    void norIsOneThatRemembersThatTwoHaveMet() throws Exception {
        ExplorationReport explored = shop.explore("take-unless-crowded", Fresh.RESTORED);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.doubts())
                .anySatisfy(doubt -> assertThat(doubt)
                        .contains("One after the other (A, then B)", "keeps data in memory", "A 409, B 409"));
    }

    @Test
    void onDataThatAreGivenAnewItIsExplored() throws Exception {
        ExplorationReport explored = shop.explore("take-remembered", Fresh.GIVEN);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.obstacles()).isEmpty();
    }

    @Test
    void whoLooksAtItsMemoryBeforeItsFirstCommandIsWrongOnlyWhenTwoMeet() throws Exception {
        ExplorationReport explored = shop.explore("book", Fresh.GIVEN);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.coverage().run()).isEqualTo(2);
        assertThat(explored.coverage().outOf().orElseThrow()).isEqualTo(2);
        assertThat(explored.violations()).singleElement().satisfies(found -> {
            assertThat(found.serial()).isFalse();
            assertThat(found.interleaving().reproduced()).isEqualTo(10);
            assertThat(found.explanation().orElseThrow()).contains("B began before A was over");
        });
    }

    @Test
    void whatEachScheduleTakesFromTheNextIsNotTakenForTheirs() throws Exception {
        for (int bookings : new int[] {4, 9}) {
            shop.allow(bookings);

            ExplorationReport explored = shop.explore("book-within-quota", Fresh.GIVEN);

            assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(explored.violations()).isEmpty();
            assertThat(explored.coverage().violating()).isZero();
            assertThat(explored.obstacles())
                    .first()
                    .asString()
                    .contains("A 409, B 409 instead of A 200, B 409", "is carried over from one schedule to the next");
        }
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
