package dev.photofinish.scenarios.invariants;

import static dev.photofinish.scenarios.invariants.ShopSystem.invariant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.deployment.TestApplication;
import dev.photofinish.scenarios.deployment.TestApplication.Answer;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.template.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariants on answers, where the database cannot be reached. */
class AnswerChecksTest {

    private TestApplication shop;
    private Deployment deployment;

    @BeforeEach
    void open() throws Exception {
        shop = TestApplication.start();
        deployment = Deployment.at(
                Endpoint.of(shop.url(), TlsTrust.system(), Timeouts.DEFAULT), ShopSystem.FILE.at(shop.url()));
    }

    @AfterEach
    void close() {
        deployment.close();
        shop.close();
    }

    @Test
    void offendersAreItemsOfTheAnswer() {
        shop.on("GET /orders", request -> Answer.json("{\"orders\": [{\"total\": 3}, {\"total\": -4}]}"));

        Finding finding = onAll("no-negative-order");

        assertThat(finding).isInstanceOfSatisfying(Finding.Judged.class, judged -> {
            assertThat(judged.looked()).hasValue(2);
            assertThat(judged.offenders()).hasToString("[{\"total\":-4}]");
        });
        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void anAnswerWithoutOffendersHolds() {
        shop.on("GET /orders", request -> Answer.json("{\"orders\": [{\"total\": 3}]}"));

        assertThat(onAll("no-negative-order").verdict()).isEqualTo(Verdict.HELD);
        assertThat(onAll("orders-are-to-be-seen").verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aRoundAsksWithItsOwnValues() {
        shop.on("GET /orders", request -> Answer.json("{\"orders\": []}"));

        InvariantChecks.on(Optional.empty(), Optional.of(deployment))
                .onRound(
                        List.of(invariant("no-negative-order")),
                        Scope.ofRound(Instant.EPOCH, "pf-run-3"),
                        Looking.FOR_OFFENDERS)
                .getFirst();

        assertThat(shop.requests("GET /orders"))
                .singleElement()
                .satisfies(request -> assertThat(request.target()).isEqualTo("/orders?for=pf-run-3"));
    }

    @Test
    void anAnswerThatIsNoneOfThoseExpectedIsNotJudged() {
        shop.on("GET /orders", request -> Answer.status(500));

        assertUnjudged("list-orders was answered with status 500");
    }

    @Test
    void anAnswerThatIsNoJsonIsNotJudged() {
        shop.on("GET /orders", request -> new Answer(200, java.util.Map.of(), "<html>"));

        assertUnjudged("the answer of list-orders is no JSON");
    }

    @Test
    void anAnswerWithoutWhatTheRuleSpeaksOfIsNotJudged() {
        shop.on("GET /orders", request -> Answer.json("{\"items\": []}"));

        assertUnjudged("could not be judged");
    }

    @Test
    void whereNobodyAnswersNothingIsJudged() {
        shop.close();

        assertUnjudged(String.valueOf(shop.url().getPort()));
    }

    @Test
    void aRuleOnDataWithoutADatabaseSaysWhatIsMissing() {
        Finding finding = onAll("no-debt");

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(((Finding.Unjudged) finding).why()).contains("--mongo");
    }

    @Test
    void aRuleOnAnswersWithoutADeploymentSaysWhatIsMissing() {
        Finding finding = InvariantChecks.on(Optional.empty(), Optional.empty()).onAll(invariant("no-negative-order"));

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(((Finding.Unjudged) finding).why()).contains("--url");
    }

    private void assertUnjudged(String why) {
        Finding finding = onAll("no-negative-order");

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(((Finding.Unjudged) finding).why()).contains(why);
    }

    private Finding onAll(String name) {
        return InvariantChecks.on(Optional.empty(), Optional.of(deployment)).onAll(invariant(name));
    }
}
