package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Contenders that wait for each other in the application's memory, where the gate does not see it. */
@EveryEngine
@OnEngine(value = Engine.STANDALONE, because = "who waits in the application waits there before every kind of database")
@Timeout(180) // what does not end is wrong, too
class LocksInTheApplicationTest {

    private final TestDatabase data;

    LocksInTheApplicationTest(TestDatabase data) {
        this.data = data;
    }

    @Test
    void locksInOppositeOrdersAreADeadlock() throws Exception {
        ExplorationReport explored = explore("juggled");

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations()).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo("deadlock");
            assertThat(found.text()).contains("A and B wait for each other in the application");
            assertThat(found.interleaving().turns()).hasSize(2);
        });
    }

    @Test
    void alsoWhereATimeOutEndsIt() throws Exception {
        ExplorationReport explored = explore("juggled-for-a-while");

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.HELD);
        assertThat(explored.notices()).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo(FailingTogether.RULE);
            assertThat(found.text()).contains("It is a deadlock, which a time-out ended.");
        });
    }

    /** Whether it would have failed had nobody been held is not known. */
    @Test
    void butNotWhereTheGateHeldWhoHasTheLock() throws Exception {
        ExplorationReport explored = explore("juggled-too-short");

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles()).anyMatch(obstacle -> obstacle.contains("a time-out of its own"));
    }

    /** Two are brought to the same lock; only who comes when the first has thrown it away gets another one. */
    @Test
    void aLockThatKeepsOutOnlyWhoCameInTimeIsNeverHeld() throws Exception {
        ExplorationReport lost = explore("added-behind-a-lost-lock");
        assertThat(lost.verdict()).as(lost.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(lost.doubts())
                .singleElement()
                .asString()
                .startsWith("serializable was broken once, where the others began when A was over, while B waited")
                .contains("who comes then may not be kept out by it");

        ExplorationReport right = explore("added-behind-a-lock");
        assertThat(right.verdict()).as(right.toString()).isEqualTo(Verdict.HELD);
        assertThat(right.coverage().complete()).as("all moments to begin").isFalse();
    }

    /** What was found is run once more only: to wait for a lock takes its time. */
    private ExplorationReport explore(String scenario) throws Exception {
        return Clubhouse.explored(data, scenario, TestSettings.SETTLE, 1);
    }
}
