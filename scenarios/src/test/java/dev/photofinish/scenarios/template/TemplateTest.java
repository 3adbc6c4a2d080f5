package dev.photofinish.scenarios.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private final Scope scope = Scope.ofRound(Instant.parse("2026-11-24T10:00:00.123456Z"), "pf-3f2a-17")
            .with("quantity", json("80"))
            .with("order", json("{ \"id\": \"o1\", \"items\": [ { \"n\": 2.5 } ], \"notes\": null }"));

    @Test
    void aValueAloneKeepsItsType() {
        Template template =
                template("{ q: \"{{quantity}}\", whole: \"{{ order.items }}\", n: \"{{order.items.0.n}}\" }");

        assertThat(template.render(scope)).hasToString("{\"q\":80,\"whole\":[{\"n\":2.5}],\"n\":2.5}");
    }

    @Test
    void nullAloneStaysNull() {
        assertThat(template("'{{order.notes}}'").render(scope).isNull()).isTrue();
    }

    @Test
    void aValueInsideATextIsText() {
        assertThat(template("'PF-{{unique}}: {{quantity}} of {{order.items}}'").renderText(scope))
                .isEqualTo("PF-pf-3f2a-17: 80 of [{\"n\":2.5}]");
    }

    @Test
    void whatHasNoHolesStaysAsItIs() {
        assertThat(template("{ a: [ 1, 2.0, true, null, text, {} ] }").render(scope))
                .hasToString("{\"a\":[1,2.0,true,null,\"text\",{}]}");
    }

    @Test
    void twoValuesSideBySideAreText() {
        assertThat(template("'{{quantity}}{{quantity}}'").render(scope)).isEqualTo(json("\"8080\""));
    }

    @Test
    void nowIsReckonedWith() {
        assertThat(template("[ '{{now}}', '{{now - 1 day}}', '{{ now + 2 weeks }}', '{{now-90 minutes}}' ]")
                        .render(scope))
                .hasToString("""
                        ["2026-11-24T10:00:00.123Z","2026-11-23T10:00:00.123Z",\
                        "2026-12-08T10:00:00.123Z","2026-11-24T08:30:00.123Z"]""");
    }

    @Test
    void nowAloneIsADateInMongo() {
        assertThat(template("{ at: '{{now}}', text: 'at {{now}}' }").renderExtendedJson(scope))
                .hasToString(
                        "{\"at\":{\"$date\":\"2026-11-24T10:00:00.123Z\"},\"text\":\"at 2026-11-24T10:00:00.123Z\"}");
    }

    @Test
    void escapingIsForValuesOnly() {
        assertThat(template("'/a b/{{order.id}}'").renderText(scope, value -> "<" + value + ">"))
                .isEqualTo("/a b/<o1>");
    }

    @Test
    void knowsTheNamesItNeeds() {
        assertThat(template("[ '{{order.id}}', 'x {{quantity}}', { a: '{{now}}' } ]")
                        .names())
                .containsExactly("order", "quantity");
    }

    @Test
    void missingPartOfAnAnswerIsLocated() {
        assertThatThrownBy(() -> template("'id {{order.nr}}'").render(scope))
                .isInstanceOf(CannotRender.class)
                .hasMessage("test.yaml:1:5: {{order.nr}}: order has no \"nr\"; "
                        + "it is an object with one of id, items, notes");
    }

    @Test
    void missingNameIsLocated() {
        assertThatThrownBy(() -> template("'{{client}}'").render(scope))
                .hasMessage("test.yaml:1:2: {{client}}: there is no value \"client\" at this point; "
                        + "there are unique, quantity, order");
    }

    @Test
    void nullDoesNotBecomeAWord() {
        assertThatThrownBy(() -> template("'/orders/{{order.notes}}'").render(scope))
                .hasMessage("test.yaml:1:10: {{order.notes}} is null, which cannot be put into a text");
    }

    @Test
    void listPositionsBeyondTheEndAreMissing() {
        assertThatThrownBy(() -> template("'{{order.items.1}}'").render(scope))
                .hasMessageContaining("order.items has no \"1\"; it is a list of 1");
    }

    private static Template template(String yaml) {
        Problems problems = new Problems();
        Template template =
                Template.of(YamlReader.read("test.yaml", yaml, problems).orElseThrow(), problems);
        problems.throwIfAny();
        return template;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
