package dev.photofinish.scenarios.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.expression.Judgement;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.template.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The examples of the format's description, as they stand there. */
class ExampleFilesTest {

    private static final Path FORMATS = Path.of("src/test/resources/formats");

    private final SystemFile system = SystemFile.read(FORMATS.resolve("example-system.yaml"), name -> Optional.empty());
    private final Scope round = Scope.ofRound(Instant.parse("2026-11-24T10:00:00Z"), "pf-1");

    @Test
    void allocationIsReadAsItIsWritten() {
        ScenarioFile scenario = read("example-allocation.yaml");

        assertThat(scenario.source()).contains("Test Scenario 1");
        assertThat(scenario.contenders()).extracting(Contender::name).containsExactly("A", "B");
        assertThat(scenario.rendezvous()).isEqualTo(Rendezvous.LAST_STEP);
        assertThat(scenario.expect().accepted()).hasValue(1);
        assertThat(scenario.invariants()).hasSize(3);
        assertThat(scenario.serial()).isFalse();
    }

    @Test
    void argumentsComeFromTheStepThenTheRoundThenTheOperation() {
        ScenarioFile scenario = read("example-allocation.yaml");
        Step.Call addStock = (Step.Call) scenario.given().getFirst();
        Scope afterGiven = round.withAll(addStock.arguments(round));
        Step.Call allocate = scenario.contenders().getFirst().steps().getFirst();

        Scope bound = allocate.operation().bind(afterGiven, allocate.arguments(afterGiven));
        HttpCall call = allocate.operation().request().render(bound);

        assertThat(call.body())
                .isEqualTo(
                        "{\"product_id\":\"pf-1\",\"client_id\":\"pf-1\",\"quantity\":80,\"order_reference\":\"PF-pf-1\"}");
    }

    @Test
    void checkSeesWhatTheOperationKeeps() {
        Step.Call getStock = read("example-allocation.yaml").then().getFirst();
        HttpAnswer answer = new HttpAnswer(200, List.of(), "[{\"quantity_on_hand\": 20}]");

        Judgement judgement = getStock.check().orElseThrow().judge(round.withAll(getStock.kept(answer)));

        assertThat(judgement).isEqualTo(new Judgement.Holds());
    }

    @Test
    void insertedDatesAreDatesInMongo() {
        Step.Insert insert = (Step.Insert) read("example-order.yaml").given().getLast();

        assertThat(insert.documents().getFirst().renderExtendedJson(round))
                .hasToString("{\"id\":\"pf-1\",\"expires\":{\"$date\":\"2026-11-23T10:00:00Z\"}}");
    }

    @Test
    void orderHasTwoRightEndings() {
        ScenarioFile scenario = read("example-order.yaml");
        Scope after = Standing.addTo(
                round, List.of(standing("A", Outcome.ACCEPTED, 200), standing("B", Outcome.REFUSED, 409)));

        assertThat(scenario.rendezvous()).isEqualTo(Rendezvous.EACH_STEP);
        assertThat(scenario.serial()).isTrue();
        assertThat(scenario.expect().anyOf())
                .extracting(Expectation.Ending::name)
                .containsExactly("both preserved", "conflict warned");
        assertThat(scenario.expect().anyOf().get(1).condition().judge(after)).isEqualTo(new Judgement.Holds());
    }

    @Test
    void countMakesContendersOfTheSameKind() {
        ScenarioFile scenario = read("example-crowd.yaml");

        assertThat(scenario.contenders()).hasSize(20);
        assertThat(scenario.contenders().getLast().name()).isEqualTo("A20");
    }

    private static Standing standing(String name, Outcome outcome, int status) {
        return new Standing(name, outcome, OptionalInt.of(status), Optional.empty(), Map.of());
    }

    private ScenarioFile read(String file) {
        return ScenarioFile.read(FORMATS.resolve(file), system);
    }
}
