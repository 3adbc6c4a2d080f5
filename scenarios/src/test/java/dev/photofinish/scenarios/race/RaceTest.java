package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.reports.BrokenRule;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Exchange;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Outcome;
import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.deployment.TestApplication.Page;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Timeouts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Races against an application that does exactly what the test says. */
class RaceTest {

    private static final long LONGEST_SECONDS = 20;

    private ThingShop shop;

    @BeforeEach
    void open() throws Exception {
        shop = ThingShop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void oneYesAndOneNoHold() throws Exception {
        ContestReport report = shop.race("take", 5);

        assertThat(report.tally()).isEqualTo(new Tally(5, 0, 0));
        assertThat(report.verdict()).isEqualTo(Verdict.HELD);
        assertThat(report.witnesses()).isEmpty();
        assertThat(report.spread())
                .hasValueSatisfying(spread -> assertThat(spread.rounds()).isEqualTo(5));
    }

    @Test
    void twoUsersWhoAreBothToldYesAreSeenThoughTheStateLooksInnocent() throws Exception {
        shop.on("POST /take", findThenSet());

        ContestReport report = shop.race("take", 3);

        assertThat(report.tally()).isEqualTo(new Tally(0, 3, 0));
        assertThat(report.brokenRules())
                .extracting(BrokenRule::name, BrokenRule::rounds)
                .containsExactly(tuple("expect", 3));
        assertThat(shop.taken("t0")).isEqualTo(1);
        assertThat(report.witnesses()).singleElement().satisfies(witness -> {
            assertThat(witness.round()).isEqualTo(1);
            assertThat(witness.replay()).isEqualTo("again take 1");
            assertThat(witness.evidence())
                    .singleElement()
                    .extracting(Evidence::explanation)
                    .isIn(
                            "Expected 1 accepted and 1 refused, but A was told yes (200), then B was told yes (200).",
                            "Expected 1 accepted and 1 refused, but B was told yes (200), then A was told yes (200).");
            assertThat(witness.lanes())
                    .hasSize(2)
                    .allSatisfy(lane -> assertThat(lane.exchanges())
                            .singleElement()
                            .satisfies(exchange -> {
                                assertThat(exchange.outcome()).isEqualTo(Outcome.ACCEPTED);
                                assertThat(exchange.status()).hasValue(200);
                                assertThat(exchange.lastByteMicros().orElse(-1))
                                        .isGreaterThanOrEqualTo(exchange.releasedMicros());
                            }));
            assertThat(witness.lanes())
                    .flatExtracting(Lane::exchanges)
                    .extracting(Exchange::releasedMicros)
                    .contains(0L)
                    .allMatch(micros -> micros >= 0 && micros < TimeUnit.SECONDS.toMicros(LONGEST_SECONDS));
            assertThat(witness.lanes()).extracting(Lane::user).containsExactly("erin", "sam");
        });
    }

    @Test
    void twoUsersWhoAreBothToldNoAreSeenToo() throws Exception {
        shop.on("POST /take", request -> Answer.status(409));

        ContestReport report = shop.race("take", 2);

        assertThat(report.tally()).isEqualTo(new Tally(0, 2, 0));
        assertThat(report.witnesses().getFirst().evidence())
                .first()
                .satisfies(evidence -> assertThat(evidence.explanation())
                        .startsWith("Expected 1 accepted and 1 refused, but ")
                        .contains("A was told no (409)", "B was told no (409)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302, 401})
    void whatIsNeitherYesNorNoIsNeverGreen(int status) throws Exception {
        shop.on("POST /take", request -> Answer.status(status));

        ContestReport report = shop.race("take", 3);

        assertThat(report.tally()).isEqualTo(new Tally(0, 0, 3));
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.inconclusive()).containsExactly(new ContestReport.Cause("A failed: take: " + status, 3));
    }

    @Test
    void anAnswerThatDoesNotComeIsNeverGreen() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ThingShop slow = ThingShop.open(new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(500)))) {
            slow.on("POST /take", request -> {
                over.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                return Answer.status(200);
            });

            ContestReport report = slow.race("take", 2);

            assertThat(report.tally()).isEqualTo(new Tally(0, 0, 2));
            assertThat(report.inconclusive())
                    .allSatisfy(cause -> assertThat(cause.sentence()).startsWith("A failed: take: "));
        } finally {
            over.countDown();
        }
    }

    @Test
    void aFailedContenderBesideABrokenRuleIsAViolation() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        shop.on("POST /take", request -> {
            String id = ThingShop.id(request);
            shop.set(id, 2);
            return Answer.status(asked.incrementAndGet() % 2 == 0 ? 500 : 200);
        });

        ContestReport report = shop.race("take-by-rule", 2);

        assertThat(report.tally()).isEqualTo(new Tally(0, 2, 0));
        assertThat(report.brokenRules()).containsExactly(new BrokenRule("taken-once", "Nothing is taken twice", 2));
        assertThat(report.witnesses().getFirst().evidence().getFirst().detail())
                .isEqualTo("{\"id\":\"t0\",\"taken\":2}");
    }

    @Test
    void aRuleAloneHoldsOnlyIfSomebodyWasAccepted() throws Exception {
        assertThat(shop.race("take-by-rule", 2).tally()).isEqualTo(new Tally(2, 0, 0));

        shop.on("POST /take", request -> Answer.status(409));
        ContestReport nothingHappened = shop.race("take-by-rule", 2);

        assertThat(nothingHappened.tally()).isEqualTo(new Tally(0, 0, 2));
        assertThat(nothingHappened.inconclusive().getFirst().sentence()).startsWith("No contender was accepted");
    }

    @Test
    void aRuleThatFindsNothingToLookAtIsNoReasonToHold() throws Exception {
        shop.on("GET /things", request -> Answer.json("{\"things\": []}"));

        ContestReport report = shop.race("take-by-rule", 1);

        assertThat(report.tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(report.inconclusive().getFirst().sentence()).contains("found no data to look at");
    }

    @Test
    void aRuleThatCannotBeAskedIsNoReasonToHold() throws Exception {
        ContestReport report = shop.race("take-by-data", 1);

        assertThat(report.tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(report.inconclusive().getFirst().sentence()).contains("--mongo");
    }

    @Test
    void aGivenStepThatIsNotAcceptedIsNamedWithItsPlace() throws Exception {
        shop.on("POST /things", request -> new Answer(503, Map.of(), "closed for stocktaking"));

        ContestReport report = shop.race("take", 2);

        assertThat(report.tally()).isEqualTo(new Tally(0, 0, 2));
        assertThat(report.inconclusive())
                .containsExactly(new ContestReport.Cause(
                        "src/test/resources/race/take.yaml:4:5: the step make was answered with status 503"
                                + " (closed for stocktaking)",
                        2));
        assertThat(shop.application().requests("POST /take")).isEmpty();
    }

    @Test
    void whatUsersWereToldCountsEvenIfNobodyCanLookAfterwards() throws Exception {
        shop.on("POST /take", findThenSet()).on("GET /thing", request -> Answer.status(500));

        ContestReport report = shop.race("take", 1);

        assertThat(report.tally()).isEqualTo(new Tally(0, 1, 0));
    }

    @Test
    void aCheckThatIsFalseIsAViolation() throws Exception {
        shop.on("GET /thing", request -> Answer.json("{\"taken\": 7}"));

        ContestReport report = shop.race("take", 1);

        assertThat(report.brokenRules()).extracting(BrokenRule::name).containsExactly("check");
        Evidence evidence = report.witnesses().getFirst().evidence().getFirst();
        assertThat(evidence.explanation()).startsWith("After it, seen.taken == 1 must be true and is not; ");
        assertThat(evidence.detail()).isEqualTo("{\"seen\":{\"taken\":7}}");
    }

    @Test
    void aCheckThatCannotBeJudgedIsNoVerdict() throws Exception {
        shop.on("GET /thing", request -> Answer.json("{\"stolen\": 1}"));

        ContestReport report = shop.race("take", 1);

        assertThat(report.tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(report.inconclusive().getFirst().sentence())
                .startsWith("The check seen.taken == 1 could not be judged");
    }

    @Test
    void aDeploymentThatGoesAwayEndsTheRaceSoonAndWithoutAVerdictOnIt() throws Exception {
        Race race = new Race(shop.deployment(), Optional.empty(), ThingShop.settings(100));

        ContestReport report = race.run(
                shop.scenario("take"),
                soFar -> {
                    if (soFar.rounds() == 3) {
                        shop.application().close();
                    }
                },
                () -> false);

        assertThat(report.tally()).isEqualTo(new Tally(3, 0, 10));
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.inconclusive().stream()
                        .mapToInt(ContestReport.Cause::rounds)
                        .sum())
                .isEqualTo(10);
    }

    @Test
    void whereNobodyAnswersThereIsNoRace() {
        shop.application().close();

        assertThatThrownBy(() -> shop.race("take", 1)).isInstanceOf(NoAnswerException.class);
    }

    @Test
    void theStopSignalEndsTheRaceAfterItsRound() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Race race = new Race(shop.deployment(), Optional.empty(), ThingShop.settings(100));

        ContestReport report = race.run(shop.scenario("take"), soFar -> stop.set(soFar.rounds() == 2), stop::get);

        assertThat(report.tally()).isEqualTo(new Tally(2, 0, 0));
        assertThat(shop.application().requests("GET /thing")).hasSize(2);
    }

    @Test
    void atEachStepNobodyIsAheadByAStep() throws Exception {
        AtomicBoolean ahead = peeksWhileTheOtherLooks(Duration.ofMillis(300));

        ContestReport report = shop.race("meet-at-each-step", 1);

        assertThat(ahead).isFalse();
        assertThat(report.tally()).isEqualTo(new Tally(1, 0, 0));
        assertThat(shop.application().requests("GET /peek")).hasSize(2);
    }

    @Test
    void atTheLastStepEarlierOnesAreEverybodysOwn() throws Exception {
        AtomicBoolean ahead = peeksWhileTheOtherLooks(Duration.ofSeconds(LONGEST_SECONDS));

        ContestReport report = shop.race("meet-at-the-last-step", 1);

        assertThat(ahead).isTrue();
        assertThat(report.tally()).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void aContenderWhoDoesNotGetThereCallsTheContestOff() throws Exception {
        shop.on("GET /peek", request -> Answer.status(request.header("X-User").equals("erin") ? 500 : 204));

        ContestReport report = shop.race("meet-at-the-last-step", 1);

        assertThat(report.tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(report.inconclusive())
                .containsExactly(new ContestReport.Cause("A failed: A did not get past peek: 500", 1));
        assertThat(shop.application().requests("POST /take")).isEmpty();
    }

    @Test
    void everyOffsetOfASweepIsInTheReport() throws Exception {
        shop.on("POST /take", findThenSet());
        Race race = new Race(
                shop.deployment(), Optional.empty(), ThingShop.settings(42, Optional.of(Duration.ofMillis(2))));

        ContestReport report = race.run(shop.scenario("take"), soFar -> {}, () -> false);

        assertThat(report.sweep()).hasSize(Sweep.DEFAULT_POINTS);
        assertThat(report.sweep())
                .extracting(SweepPoint::offsetMicros)
                .contains(-2000L, -200L, 0L, 2000L)
                .isSorted();
        assertThat(report.sweep()).extracting(SweepPoint::tally).containsOnly(new Tally(0, 2, 0));
    }

    @Test
    void withoutASweepThereAreNoOffsets() throws Exception {
        assertThat(shop.race("take", 2).sweep()).isEmpty();
    }

    @Test
    void everyRoundHasDataOfItsOwn() throws Exception {
        shop.race("take", 3);

        assertThat(shop.application().requests("POST /things"))
                .extracting(request -> request.body())
                .doesNotHaveDuplicates()
                .hasSize(3)
                .allMatch(body -> body.contains("\"pf-test-"));
    }

    @Test
    void whatTheRoundsMadeIsTakenAwayOnceAllIsJudged() throws Exception {
        Race race = new Race(shop.deployment(), Optional.empty(), ThingShop.settings(3));
        race.run(shop.scenario("take"), soFar -> {}, () -> false);
        assertThat(shop.things()).isEqualTo(3);

        Optional<String> said = race.cleanUp();

        assertThat(said).hasValue("Cleaned up after 3 rounds.");
        assertThat(shop.things()).isZero();
        assertThat(race.cleanUp()).isEmpty();
    }

    @Test
    void whatCannotBeTakenAwayIsSaid() throws Exception {
        Race race = new Race(shop.deployment(), Optional.empty(), ThingShop.settings(3));
        race.run(shop.scenario("take"), soFar -> {}, () -> false);
        shop.on("DELETE /thing", request -> Answer.status(ThingShop.id(request).equals("t1") ? 403 : 204));

        Optional<String> said = race.cleanUp();

        assertThat(said)
                .hasValue("Cleaned up after 3 rounds: 1 of 3 steps were not accepted, so some data of this run is"
                        + " left; its names begin with pf-.");
        assertThat(shop.application().requests("DELETE /thing")).hasSize(3);
    }

    @Test
    void aPasswordInAContestedRequestIsNotInTheReport() throws Exception {
        shop.on("POST /take", request -> new Answer(200, Map.of(), "You sent " + request.body()));
        ContestReport violated = shop.race("take", 1);
        shop.on("POST /things", request -> new Answer(500, Map.of(), "x".repeat(190) + ThingShop.PASSWORD));
        ContestReport inconclusive = shop.race("take", 1);

        assertThat(shop.application().requests("POST /take").getFirst().body()).contains("top \\\"secret\\\" & more");
        assertThat(violated.witnesses()
                        .getFirst()
                        .lanes()
                        .getFirst()
                        .exchanges()
                        .getFirst()
                        .requestBody())
                .hasValue("{\"password\":\"***\"}");
        assertThat(violated.toString()).contains("You sent").doesNotContain("secret");
        assertThat(inconclusive.toString()).contains("xxx").doesNotContain("top", "secret");
    }

    /** Reads how often the thing was taken, waits until the other has read it too, and writes one more. */
    private Page findThenSet() {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        return request -> {
            int taken = shop.taken(ThingShop.id(request));
            bothHaveRead.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            return shop.set(ThingShop.id(request), taken + 1);
        };
    }

    /** Whether erin's second step began before sam's first was answered, for which sam waits that long. */
    private AtomicBoolean peeksWhileTheOtherLooks(Duration patience) {
        CountDownLatch peeked = new CountDownLatch(1);
        AtomicBoolean ahead = new AtomicBoolean();
        shop.on("GET /thing", request -> {
                    if (request.header("X-User").equals("sam")) {
                        ahead.set(peeked.await(patience.toMillis(), TimeUnit.MILLISECONDS));
                    }
                    return Answer.json("{}");
                })
                .on("GET /peek", request -> {
                    peeked.countDown();
                    return Answer.status(204);
                })
                .on("POST /take", request -> Answer.status(200));
        return ahead;
    }
}
