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
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.http.Timeouts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Races against an application that does exactly what the test says: what users are told decides. */
class RaceTest {

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
        shop.on("POST /take", shop.findThenSet());

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
                    .allMatch(micros -> micros >= 0 && micros < TimeUnit.SECONDS.toMicros(ThingShop.LONGEST_SECONDS));
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
                over.await(ThingShop.LONGEST_SECONDS, TimeUnit.SECONDS);
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
        assertThat(report.reasons()).startsWith("Given up after 13 of 100 rounds: the last 10 had no verdict.");
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
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.reasons()).containsExactly("Stopped after 2 of 100 rounds.");
        assertThat(shop.application().requests("GET /thing")).hasSize(2);
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
}
