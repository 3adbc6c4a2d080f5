package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.BrokenRule;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Tally;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules and checks on what is there after the contest, and what it means if they cannot be asked. */
class RaceRulesTest {

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
    void whatUsersWereToldCountsEvenIfNobodyCanLookAfterwards() throws Exception {
        shop.on("POST /take", shop.findThenSet()).on("GET /thing", request -> Answer.status(500));

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
}
