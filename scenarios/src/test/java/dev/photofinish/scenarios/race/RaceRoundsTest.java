package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.Tally;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rounds begin with, where contenders meet in them, and what is left behind. */
class RaceRoundsTest {

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
    void everyRoundHasDataOfItsOwn() throws Exception {
        shop.race("take", 3);

        assertThat(shop.application().requests("POST /things"))
                .extracting(request -> request.body())
                .doesNotHaveDuplicates()
                .hasSize(3)
                .allMatch(body -> body.contains("\"pf-test-"));
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
    void atEachStepNobodyIsAheadByAStep() throws Exception {
        AtomicBoolean ahead = peeksWhileTheOtherLooks(Duration.ofMillis(300));

        ContestReport report = shop.race("meet-at-each-step", 1);

        assertThat(ahead).isFalse();
        assertThat(report.tally()).isEqualTo(new Tally(1, 0, 0));
        assertThat(shop.application().requests("GET /peek")).hasSize(2);
    }

    @Test
    void atTheLastStepEarlierOnesAreEverybodysOwn() throws Exception {
        AtomicBoolean ahead = peeksWhileTheOtherLooks(Duration.ofSeconds(ThingShop.LONGEST_SECONDS));

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
        shop.on("POST /take", shop.findThenSet());
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
