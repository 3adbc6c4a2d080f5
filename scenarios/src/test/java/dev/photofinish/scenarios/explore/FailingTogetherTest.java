package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.http.Timeouts;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is answered in every serial order and fails in an interleaving fails because another came in between. */
@EveryEngine
@OnEngine(value = Engine.STANDALONE, because = "who fails when two meet does not depend on the kind of database")
class FailingTogetherTest {

    private final TestDatabase data;
    private RememberingShop shop;

    FailingTogetherTest(TestDatabase data) {
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
    void isANoticeUnlessSomebodySaysOtherwise() throws Exception {
        ExplorationReport explored = shop.explore("swap", "remembering-shop", Timeouts.DEFAULT);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.HELD);
        assertThat(explored.notices()).singleElement().satisfies(FailingTogetherTest::isAboutMeeting);
    }

    @Test
    void isAViolationIfTheScenarioSaysSo() throws Exception {
        ExplorationReport explored = shop.explore("swap-strictly", "remembering-shop", Timeouts.DEFAULT);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations()).singleElement().satisfies(FailingTogetherTest::isAboutMeeting);
    }

    @Test
    void isAViolationIfTheSystemSaysSo() throws Exception {
        ExplorationReport explored = shop.explore("swap", "strict-shop", Timeouts.DEFAULT);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations()).singleElement().satisfies(FailingTogetherTest::isAboutMeeting);
    }

    @Test
    void soIsNotToBeAnsweredInTime() throws Exception {
        ExplorationReport explored = shop.explore(
                "swap-or-hang", "remembering-shop", new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1)));

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations()).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo(FailingTogether.RULE);
            assertThat(found.text())
                    .contains("No complete answer", "within 1.0 s")
                    .endsWith("In no serial order does it fail.");
        });
    }

    private static void isAboutMeeting(Discovery found) {
        assertThat(found.rule()).isEqualTo(FailingTogether.RULE);
        assertThat(found.serial()).isFalse();
        assertThat(found.text()).contains("failed: swap: 500").endsWith("In no serial order does it fail.");
        assertThat(found.explanation()).isPresent();
        assertThat(found.interleaving().turns()).hasSize(4);
    }
}
