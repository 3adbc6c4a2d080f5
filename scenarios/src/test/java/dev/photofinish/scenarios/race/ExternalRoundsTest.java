package dev.photofinish.scenarios.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds whose requests are sent by the test: it plays the part of Gatling. */
class ExternalRoundsTest {

    private static final int A = 0;
    private static final int B = 1;

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
    void aRoundIsGivenAndJudgedLikeAnyOther() throws Exception {
        try (ExternalRounds rounds = rounds("take")) {
            ExternalRound round = rounds.begin(1);
            shop.set("t0", 1);

            assertThat(targetOf(round, A)).isEqualTo("/take?id=t0");
            assertThat(targetOf(round, B)).isEqualTo("/take?id=t0");
            answer(round, A, 200);
            answer(round, B, 409);

            assertThat(round.judge()).isEqualTo(Verdict.HELD);
            assertThat(shop.application().requests("GET /thing")).hasSize(1);
        }
    }

    @Test
    void twoWhoAreToldYesAreAViolation() throws Exception {
        try (ExternalRounds rounds = rounds("take")) {
            ExternalRound round = rounds.begin(1);
            round.call(A);
            round.call(B);
            answer(round, A, 200);
            answer(round, B, 200);

            assertThat(round.judge()).isEqualTo(Verdict.VIOLATED);
        }
    }

    @Test
    void whoGetsNoAnswerHasFailedAndDoesNotAskAgain() throws Exception {
        try (ExternalRounds rounds = rounds("take")) {
            ExternalRound round = rounds.begin(1);
            round.call(A);
            round.call(B);
            answer(round, A, 200);

            assertThat(round.call(B)).isEmpty();
            assertThat(round.judge()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void whoIsRefusedBeforeTheLastStepHasNothingMoreToDo() throws Exception {
        try (ExternalRounds rounds = rounds("meet-at-each-step")) {
            ExternalRound round = rounds.begin(1);
            round.call(A);
            answer(round, A, 404);

            assertThat(round.call(A)).isEmpty();
        }
    }

    @Test
    void everyContenderGoesThroughItsStepsInOrder() throws Exception {
        try (ExternalRounds rounds = rounds("meet-at-each-step")) {
            ExternalRound round = rounds.begin(1);

            assertThat(targetOf(round, A)).startsWith("/thing");
            answer(round, A, 200);
            assertThat(targetOf(round, A)).startsWith("/peek");
            answer(round, A, 200);
            assertThat(targetOf(round, A)).startsWith("/take");
            answer(round, A, 200);
            assertThat(round.call(A)).isEmpty();
            assertThat(targetOf(round, B)).startsWith("/thing");
        }
    }

    @Test
    void withoutWhatIsGivenThereIsNothingToDoAndNoVerdict() throws Exception {
        shop.on("GET /things", request -> Answer.status(500));
        try (ExternalRounds rounds = rounds("take-endings")) {
            ExternalRound round = rounds.begin(1);

            assertThat(round.call(A)).isEmpty();
            assertThat(round.judge()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void anAnswerToNothingIsAMistake() throws Exception {
        try (ExternalRounds rounds = rounds("take")) {
            ExternalRound round = rounds.begin(1);

            assertThatThrownBy(() -> answer(round, A, 200)).isInstanceOf(IllegalStateException.class);
        }
    }

    private ExternalRounds rounds(String scenario) throws Exception {
        return ExternalRounds.of(shop.scenario(scenario), shop.deployment(), Optional.empty(), ThingShop.settings(2));
    }

    private static String targetOf(ExternalRound round, int contender) {
        return round.call(contender).map(HttpCall::target).orElse("");
    }

    private static void answer(ExternalRound round, int contender, int status) {
        round.answered(contender, System.nanoTime(), System.nanoTime(), new HttpAnswer(status, List.of(), "{}"));
    }
}
