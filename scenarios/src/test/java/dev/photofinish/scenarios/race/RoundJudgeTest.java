package dev.photofinish.scenarios.race;

import static dev.photofinish.scenarios.race.HandMade.accepted;
import static dev.photofinish.scenarios.race.HandMade.calledOff;
import static dev.photofinish.scenarios.race.HandMade.failed;
import static dev.photofinish.scenarios.race.HandMade.knowing;
import static dev.photofinish.scenarios.race.HandMade.refused;
import static dev.photofinish.scenarios.race.HandMade.round;
import static dev.photofinish.scenarios.race.HandMade.withCheck;
import static dev.photofinish.scenarios.race.HandMade.withObstacle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.expression.Judgement;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What rounds are worth; they are made by hand, nothing runs. */
class RoundJudgeTest {

    private static final Path FILES = Path.of("src/test/resources/race");
    private static final SystemFile SHOP = SystemFile.read(FILES.resolve("shop.yaml"), name -> Optional.of("s3cret"));

    @Test
    void whatWasExpectedHolds() {
        JudgedRound judged = judge("take", round(accepted("B"), refused("A")));

        assertThat(judged.verdict()).isEqualTo(Verdict.HELD);
        assertThat(judged.evidence()).isEmpty();
        assertThat(judged.causes()).isEmpty();
    }

    @Test
    void theEvidenceTellsWhoWasToldWhatInTheOrderOfTelling() {
        JudgedRound judged = judge("take", round(accepted("B"), accepted("A")));

        assertThat(judged.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(judged.evidence())
                .containsExactly(new Evidence(
                        "expect",
                        "Expected 1 accepted and 1 refused, but B was told yes (200), then A was told yes (200).",
                        ""));
    }

    @Test
    void manyContendersAreCounted() {
        JudgedRound judged =
                judge("take-crowd", round(accepted("A1"), refused("A2"), accepted("A3"), refused("A4"), refused("A5")));

        assertThat(judged.evidence())
                .extracting(Evidence::explanation)
                .containsExactly("Expected 1 accepted, but 2 were accepted and 3 refused.");
    }

    @Test
    void aFailedContenderMakesItInconclusiveWhateverTheOtherWasTold() {
        JudgedRound judged = judge("take", round(accepted("A"), failed("B")));

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.causes()).containsExactly("B failed: take: 500 {}");
    }

    @Test
    void aFailureIsNeverCountedAsARefusal() {
        assertThat(judge("take-crowd", round(accepted("A1"), failed("A2"), refused("A3")))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void acceptedTooOftenBesideAFailureIsInconclusiveToo() {
        // nobody knows whether the second yes was one: the failed one may have freed what the other took
        assertThat(judge("take-crowd", round(accepted("A1"), accepted("A2"), failed("A3")))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aContestThatWasCalledOffSaysWhy() {
        JudgedRound judged = judge("take", round(calledOff("A", "B is late."), calledOff("B", "B is late.")));

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.causes()).containsExactly("A failed: B is late.", "B failed: B is late.");
    }

    @Test
    void aRoundWithoutContendersIsInconclusive() {
        JudgedRound judged = judge("take", withObstacle(round(), "take.yaml:4: the step make failed"));

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.causes()).containsExactly("take.yaml:4: the step make failed");
    }

    @Test
    void aCheckThatHoldsDoesNotOutweighWhatUsersWereTold() {
        Round round = withCheck(round(accepted("A"), accepted("B")), new Judgement.Holds());

        assertThat(judge("take", round).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aCheckThatIsBrokenIsAViolation() {
        JudgedRound judged =
                judge("take", withCheck(round(accepted("A"), refused("B")), new Judgement.Broken(List.of())));

        assertThat(judged.evidence())
                .containsExactly(new Evidence(
                        "check",
                        "After it, seen.taken == 1 must be true and is not; A was told yes (200), then B was told no"
                                + " (409).",
                        "{\"seen\":{}}"));
    }

    @Test
    void aCheckThatCouldNotBeJudgedIsNoVerdict() {
        JudgedRound judged = judge(
                "take",
                withCheck(round(accepted("A"), refused("B")), new Judgement.Unjudged("could not be judged: why")));

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.causes()).containsExactly("The check seen.taken == 1 could not be judged: why");
    }

    @Test
    void aBrokenRuleIsAViolationWhateverElseCouldNotBeJudged() {
        Round round = withObstacle(round(accepted("A"), accepted("B")), "nobody answered afterwards");

        JudgedRound judged = judge("take", round);

        assertThat(judged.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(judged.causes()).containsExactly("nobody answered afterwards");
    }

    @Test
    void oneRightEndingIsEnough() {
        assertThat(judge("take-endings", knowing(round(accepted("A"), refused("B")), "left", 1))
                        .verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(judge("take-endings", knowing(round(accepted("A"), accepted("B")), "left", 2))
                        .verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void noRightEndingIsAViolationThatNamesThem() {
        JudgedRound judged = judge("take-endings", knowing(round(accepted("A"), accepted("B")), "left", 1));

        assertThat(judged.evidence())
                .containsExactly(new Evidence(
                        "expect",
                        "None of the right endings (one of them, both of two) came true:"
                                + " A was told yes (200), then B was told yes (200).",
                        "1"));
    }

    @Test
    void anEndingThatCouldNotBeJudgedIsNoVerdict() {
        JudgedRound judged = judge("take-endings", round(accepted("A"), accepted("B")));

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.causes()).singleElement().asString().startsWith("The right endings could not be judged");
    }

    @Test
    void rulesThatNobodyCouldAskDoNotHold() {
        assertThat(judge("take-by-data", round(accepted("A"), refused("B"))).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aSecretIsMaskedBeforeItCanBeCutInHalf() {
        Round round = withObstacle(round(), "the answer was " + "x".repeat(582) + "s3cret");

        assertThat(judge("take", round).causes())
                .singleElement()
                .asString()
                .endsWith("x***")
                .doesNotContain("s3");
    }

    @Test
    void aLongTextIsCut() {
        Round round = withObstacle(round(), "x".repeat(700));

        assertThat(judge("take", round).causes()).containsExactly("x".repeat(600) + "…");
    }

    private static JudgedRound judge(String scenario, Round round) {
        ScenarioFile file = ScenarioFile.read(FILES.resolve(scenario + ".yaml"), SHOP);
        InvariantChecks nowhere = InvariantChecks.on(Optional.empty(), Optional.empty());
        return new RoundJudge(file, nowhere, LiveSecrets.of(Set.of("s3cret"))).judge(round);
    }
}
