package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.invariants.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kinds of code that real applications have, each with the verdict that is right for it. The scenarios and the application are in
 * {@code src/test/resources/explore/cases}.
 */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database is too old for today's Python driver, and only this process reaches it")
@Timeout(180) // what does not end is wrong, too
class KnownVerdictsTest {

    private static final Duration SETTLE = TestSettings.SETTLE;
    /** Far longer than whatever comes after an answer takes to come. */
    private static final Duration LONG_SETTLE = Duration.ofSeconds(1);

    /** Longer than it takes to do what nobody waits for. */
    private static final Duration SOME_SETTLE = Duration.ofMillis(300);

    /** As often as the oracle's findings must come again by default. */
    private static final int OFTEN = 10;

    private static final int SELDOM = 2;

    private final TestDatabase data;

    KnownVerdictsTest(TestDatabase data) {
        this.data = data;
    }

    /** All of it is enumerated, none sampled, and nothing even noticed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        scenario              | run
        saved-apart           | 2
        painted-and-scrapped  | 2
        first-bound-page      | 2
        guarded               | 2
        scrapped-twice        | 2
        bumped                | 4
        swapped               | 4
        joined-by-chance      | 4
        joined-by-clock       | 4
        badges                | 4
        first-baskets         | 4
        """)
    void rightCodeHolds(String scenario, int run) throws Exception {
        ExplorationReport explored = explore(scenario, OFTEN);

        hasHeld(explored);
        assertThat(explored.coverage().run()).as(explored.toString()).isEqualTo(run);
    }

    /** How often whoever waits for the lock tries in vain is up to chance, and so is the number of schedules. */
    @ParameterizedTest
    @ValueSource(strings = {"by-key", "by-key-looked-for"})
    void aLockInTheDatabaseHolds(String scenario) throws Exception {
        hasHeld(explore(scenario, OFTEN));
    }

    /** Enumerated too; it is run in orders that are not serial, and comes again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        scenario                | run | violating | anomaly     | explanation
        saved-whole             | 4   | 2         | lost update | A wrote coins of jars
        first-page              | 6   | 4         | duplicate   | A added to pages
        first-visit             | 6   | 4         | duplicate   | found nothing, then B inserted one, and A inserted another
        added                   | 4   | 2         | lost update | A wrote coins of jars
        claimed                 | 4   | 2         | lost update | A wrote coins of jars
        diary                   | 4   | 2         | lost update | A wrote lines of diaries
        cancelled-and-confirmed | 8   | 3         | lost update | A wrote credit of accounts
        """)
    void wrongCodeIsFoundAndExplained(String scenario, int run, int violating, String anomaly, String explanation)
            throws Exception {
        ExplorationReport explored = explore(scenario, SELDOM);

        isViolated(explored, anomaly, explanation);
        assertThat(explored.coverage().run()).as(explored.toString()).isEqualTo(run);
        assertThat(explored.coverage().violating()).as(explored.toString()).isEqualTo(violating);
        assertThat(explored.coverage().togetherRuns()).isZero();
        assertThat(explored.coverage().complete()).isTrue();
    }

    @Test
    void aRequestThatWritesManyDocumentsIsExploredAsAnyOther() throws Exception {
        isViolated(explore("added-and-logged", SELDOM), "lost update", "A wrote coins of jars");
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void twoTransactionsThatReadWhatTheOtherWritesAreAWriteSkew() throws Exception {
        isViolated(explore("watch", SELDOM), "write skew", "A wrote guards");
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void aTransactionThatIsNotTriedAgainFailsWhereTwoMeet() throws Exception {
        ExplorationReport explored = explore("handed-over", SELDOM);

        assertThat(explored.violations())
                .as(explored.toString())
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.serial()).isFalse();
                    assertThat(left.explanation())
                            .get()
                            .asString()
                            .contains("met", "open transaction", "WriteConflict (112)");
                });
        assertThat(explored.notices()).extracting(Discovery::rule).contains("fails only when two meet");
    }

    @Test
    void whatIsWrongEvenOneAfterTheOtherIsFoundAlthoughALockInTheApplicationAvoidsOrders() throws Exception {
        ExplorationReport explored = explore("claimed-or-left", SELDOM);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations()).singleElement().matches(Discovery::serial);
    }

    /** What a busy machine makes of the time in between is open; green it never is. */
    @ParameterizedTest
    @ValueSource(strings = {"taken-20-ms-later", "added-20-ms-later"})
    void whatIsWrittenAfterTheAnswerIsPartOfTheContest(String scenario) throws Exception {
        ExplorationReport explored = explore(scenario, data.name(), LONG_SETTLE, SELDOM);

        assertThat(explored.verdict()).as(explored.toString()).isNotEqualTo(Verdict.HELD);
    }

    @Test
    void whatWasBrokenBeforeIsNotTheContests() throws Exception {
        Document old = new Document("_id", "old").append("coins", -5);
        data.collection("jars").insertOne(old);

        ExplorationReport explored = explore("guarded-among-others", OFTEN);

        hasHeld(explored);
        assertThat(explored.notes()).contains("no-jar-below-nothing: 1 broke it before the run began.");
        assertThat(data.collection("jars").find(new Document("_id", "old"))).containsExactly(old);
    }

    /** Whatever the code is: first-bound-page is right, first-visit is not. */
    @ParameterizedTest
    @ValueSource(strings = {"first-bound-page", "first-visit"})
    void rulesThatLookAtAnotherDatabaseJudgeNothing(String scenario) throws Exception {
        String elsewhere = data.name() + "_elsewhere";

        ExplorationReport explored = explore(scenario, elsewhere, SETTLE, SELDOM);

        isInconclusive(explored, "The rules look at database " + elsewhere);
        isInconclusive(explored, "the application's commands went to database " + data.name() + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bumped-writing-past", "claimed-writing-past"})
    void whoWritesPastTheGateIsNotJudged(String scenario) throws Exception {
        isInconclusive(explore(scenario, SELDOM), "The data change while no write to them comes through the gate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bumped-reading-past", "claimed-reading-past"})
    void norWhoReadsPastIt(String scenario) throws Exception {
        isInconclusive(explore(scenario, SELDOM), "through the gate");
    }

    /** How many orders there are depends on what comes first of what is sent at once; that all of them were run does not. */
    @Test
    void whatIsSentAtOnceIsScheduledLikeAllElse() throws Exception {
        ExplorationReport explored = explore("added-side-by-side", SELDOM);

        isViolated(explored, "lost update", "A wrote coins of jars");
        assertThat(explored.coverage().complete()).isTrue();
        assertThat(explored.discoveries().getFirst().interleaving().turns()).hasSize(8);
        hasHeld(explore("guarded-side-by-side", OFTEN));
    }

    /** It may come before the answer or after it, and what nobody has seen its sender do before is its sender's all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"taken-and-forgotten", "taken-by-one-and-forgotten"})
    void whatNobodyWaitsForIsItsSendersToo(String scenario) throws Exception {
        ExplorationReport explored = explore(scenario, data.name(), SOME_SETTLE, OFTEN);

        hasHeld(explored);
        assertThat(explored.notes()).as(explored.toString()).noneMatch(note -> note.contains("nobody's"));
    }

    @Test
    void andTellsMoreThanOneOfTwoWhoShouldHaveBeenRefused() throws Exception {
        ExplorationReport explored = explore("taken-whole-and-forgotten", data.name(), SOME_SETTLE, SELDOM);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations())
                .allMatch(broken -> !broken.serial())
                .extracting(Discovery::rule)
                .contains("one-line-in-the-log");
    }

    /** On a machine that stands still for so long it is inconclusive, and says why. */
    @Test
    void whoHasATimeOutOfItsOwnIsNotHeldUntilItIsOver() throws Exception {
        ExplorationReport right = explore("taken-in-time", data.name(), SOME_SETTLE, SELDOM);
        ExplorationReport wrong = explore("taken-whole-in-time", data.name(), SOME_SETTLE, SELDOM);

        assertThat(right.verdict()).as(right.toString()).isNotEqualTo(Verdict.VIOLATED);
        assertThat(wrong.verdict()).as(wrong.toString()).isNotEqualTo(Verdict.HELD);
        assertThat(List.of(right, wrong))
                .flatExtracting(ExplorationReport::obstacles)
                .allMatch(obstacle -> obstacle.contains("a time-out of its own"));
    }

    /** In the one order the note is there whoever looks; the database may as well take them in the other. */
    @Test
    void ofWhatIsSentAtOnceEitherMayBeTheFirst() throws Exception {
        ExplorationReport explored = explore("emptied-side-by-side", SELDOM);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations().getFirst().interleaving().turns()).hasSize(4);
    }

    /** It breaks neither in the first order nor in the opposite one. */
    @Test
    void norNeedItBeTheFirstOrTheLast() throws Exception {
        ExplorationReport explored = explore("emptied-three-abreast", SELDOM);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations().getFirst().serial()).isFalse();
    }

    @Test
    @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
    void aCommitAfterTheAnswerIsPartOfTheContest() throws Exception {
        ExplorationReport explored = explore("added-committed-later", data.name(), LONG_SETTLE, SELDOM);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations()).singleElement().matches(broken -> !broken.serial());
        hasHeld(explore("guarded-committed-later", data.name(), LONG_SETTLE, OFTEN));
    }

    @Test
    void whatTheApplicationDoesAllTheTimeIsNotTheContests() throws Exception {
        try (Clubhouse clubhouse = Clubhouse.openLookingForWork(data);
                Database judged = Database.openNamed(data.uri(), data.name())) {
            hasHeld(clubhouse.explore("swapped", judged, SETTLE, SELDOM));
            isViolated(clubhouse.explore("added", judged, SETTLE, SELDOM), "lost update", "A wrote coins of jars");
        }
    }

    /** The server has counted more than came through the gate, whether or not the schedules show anything. */
    @ParameterizedTest
    @ValueSource(strings = {"added-reading-past", "bumped-looking-past"})
    void norWhoReadsHalfOfItPastIt(String scenario) throws Exception {
        isInconclusive(
                explore(scenario, SELDOM),
                "The application reads " + data.name() + ".jars past the gate while contenders run: ");
    }

    @Test
    void somebodyElseMayLookMeanwhile() throws Exception {
        ExplorationReport explored;
        try (ScheduledExecutorService dashboard = Executors.newSingleThreadScheduledExecutor()) {
            var unused = dashboard.scheduleAtFixedRate(
                    () -> data.collection("jars").find().first(), 0, 10, TimeUnit.MILLISECONDS);
            explored = explore("bumped", OFTEN);
            dashboard.shutdownNow();
        }

        hasHeld(explored);
        assertThat(explored.notes())
                .anyMatch(note -> note.startsWith(
                        "Somebody else reads " + data.name() + ".jars past the gate, whether contenders run or not: "));
    }

    /** The clerk writes what the contest has written, through the gate, whenever he finds it. */
    @Test
    void norIsWhoSendsTheMailAStranger() throws Exception {
        ExplorationReport explored;
        try (Clubhouse clubhouse = Clubhouse.openWithAClerk(data, Duration.ofMillis(50));
                Database judged = Database.openNamed(data.uri(), data.name())) {
            explored = clubhouse.explore("mailed", judged, LONG_SETTLE, SELDOM);
        }

        assertThat(explored.obstacles()).as(explored.toString()).isEmpty();
        assertThat(explored.verdict()).as(explored.toString()).isNotEqualTo(Verdict.VIOLATED);
        assertThat(explored.notes())
                .as(explored.toString())
                .anyMatch(note -> note.contains("also changed documents in " + data.name() + ".outbox"));
    }

    /** Straight at its database it is as wrong as it is with many. */
    @Test
    void norWhoHasOneConnection() throws Exception {
        try (Clubhouse clubhouse = Clubhouse.openWithOneConnection(data);
                Database judged = Database.openNamed(data.uri(), data.name())) {
            ExplorationReport explored = clubhouse.explore("added", judged, SETTLE, SELDOM);

            isInconclusive(explored, "The application has one connection to its database, or too few");
        }
    }

    private ExplorationReport explore(String scenario, int again) throws Exception {
        return Clubhouse.explored(data, scenario, SETTLE, again);
    }

    private ExplorationReport explore(String scenario, String judgedName, Duration settle, int again) throws Exception {
        try (Clubhouse clubhouse = Clubhouse.open(data);
                Database judged = Database.openNamed(data.uri(), judgedName)) {
            return clubhouse.explore(scenario, judged, settle, again);
        }
    }

    private static void hasHeld(ExplorationReport explored) {
        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.HELD);
        assertThat(explored.discoveries()).as(explored.toString()).isEmpty();
        assertThat(explored.coverage().complete()).isTrue();
        assertThat(explored.coverage().togetherPairs()).isZero();
    }

    private static void isViolated(ExplorationReport explored, String anomaly, String explanation) {
        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.violations())
                .as(explored.toString())
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.serial()).isFalse();
                    assertThat(broken.anomaly()).contains(anomaly);
                    assertThat(broken.explanation()).get().asString().contains(explanation);
                    assertThat(broken.interleaving().reproduced()).isEqualTo(SELDOM);
                });
    }

    private static void isInconclusive(ExplorationReport explored, String why) {
        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles()).as(explored.toString()).anyMatch(obstacle -> obstacle.contains(why));
    }
}
