package dev.photofinish.scenarios.system;

import static dev.photofinish.reports.Outcome.ACCEPTED;
import static dev.photofinish.reports.Outcome.FAILED;
import static dev.photofinish.reports.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void withoutAWordTwoHundredsAreAcceptedAndTwoNosRefused() {
        Answers answers = answers("");

        assertThat(answers.outcome(answer(201))).isEqualTo(ACCEPTED);
        assertThat(answers.outcome(answer(400))).isEqualTo(REFUSED);
        assertThat(answers.outcome(answer(409))).isEqualTo(REFUSED);
        assertThat(List.of(302, 404, 422, 500))
                .allSatisfy(
                        status -> assertThat(answers.outcome(answer(status))).isEqualTo(FAILED));
    }

    @Test
    void statusesListsAndClassesCanBeGiven() {
        Answers answers = answers("accepted: [ 200, 202 ]\n    refused: 4xx");

        assertThat(answers.outcome(answer(202))).isEqualTo(ACCEPTED);
        assertThat(answers.outcome(answer(201))).isEqualTo(FAILED);
        assertThat(answers.outcome(answer(418))).isEqualTo(REFUSED);
    }

    @Test
    void aRedirectMayMeanEither() {
        Answers answers = answers(
                "accepted: { status: 302, header: { location: /thanks } }\n    refused: { status: 302, header: { Location: '/cart*' } }");

        assertThat(answers.outcome(redirect("/thanks"))).isEqualTo(ACCEPTED);
        assertThat(answers.outcome(redirect("https://shop.example.com/thanks"))).isEqualTo(ACCEPTED);
        assertThat(answers.outcome(redirect("/cart?error=sold-out"))).isEqualTo(REFUSED);
        assertThat(answers.outcome(redirect("/thanks/again"))).isEqualTo(FAILED);
        assertThat(answers.outcome(answer(302))).isEqualTo(FAILED);
    }

    @Test
    void aYesThatAlsoSaysNoIsNoYes() {
        Answers answers = answers("refused: [ 409, { status: [ 200, 201 ], body: sold out } ]");

        assertThat(answers.outcome(new HttpAnswer(200, List.of(), "<p>Sorry, sold out</p>")))
                .isEqualTo(REFUSED);
        assertThat(answers.outcome(new HttpAnswer(200, List.of(), "<p>Thanks</p>")))
                .isEqualTo(ACCEPTED);
        assertThat(answers.outcome(new HttpAnswer(202, List.of(), "sold out"))).isEqualTo(ACCEPTED);
    }

    @Test
    void theMoreSpecificPatternGoesFirst() {
        Answers answers = answers("accepted: { status: 302, header: { location: /thanks } }\n    refused: 302");

        assertThat(answers.outcome(redirect("/thanks"))).isEqualTo(ACCEPTED);
        assertThat(answers.outcome(redirect("/"))).isEqualTo(REFUSED);
    }

    @Test
    void aTextAloneNeverTurnsAServerErrorIntoAnAnswer() {
        Answers answers = answers("accepted: { body: Saved }");

        assertThat(answers.outcome(new HttpAnswer(302, List.of(), "Saved"))).isEqualTo(ACCEPTED);
        assertThat(answers.outcome(new HttpAnswer(500, List.of(), "Saved"))).isEqualTo(FAILED);
    }

    @Test
    void whatIsAcceptedIsNotRefusedByDefault() {
        assertThat(answers("accepted: 409").outcome(answer(409))).isEqualTo(ACCEPTED);
    }

    private static Answers answers(String yaml) {
        return TestSystems.withOperation("request: POST /buy\n    " + yaml)
                .operations()
                .values()
                .iterator()
                .next()
                .answers();
    }

    private static HttpAnswer answer(int status) {
        return new HttpAnswer(status, List.of(), "");
    }

    private static HttpAnswer redirect(String location) {
        return new HttpAnswer(302, List.of(new Header("location", location)), "");
    }
}
