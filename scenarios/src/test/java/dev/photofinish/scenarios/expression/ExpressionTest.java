package dev.photofinish.scenarios.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photofinish.scenarios.expression.Judgement.Broken;
import dev.photofinish.scenarios.expression.Judgement.Holds;
import dev.photofinish.scenarios.expression.Judgement.Unjudged;
import dev.photofinish.scenarios.template.Scope;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Location PLACE = new Location("test.yaml", 3, 7);

    private final Problems problems = new Problems();
    private final Scope scope = Scope.at(Instant.EPOCH)
            .with("stock", json("{ \"whole\": 20, \"half\": 20.0, \"huge\": 12345678901234567890, \"none\": null }"))
            .with("body", json("[ { \"id\": \"a\", \"n\": 1 }, { \"id\": \"b\", \"n\": -1.5 } ]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stock.whole == 20.0",
                "stock.half == 20",
                "stock.whole == stock.half",
                "stock.whole < 20.5 && stock.half > 19",
                "stock.huge > 1e19",
                "stock.none == null",
                "has(stock.whole) && !has(stock.other)",
                "size(body) == 2",
                "body.exists_one(b, b.n < 0)",
                "stock.other == 1 || stock.whole == 20",
            })
    void holds(String condition) {
        assertThat(condition(condition).judge(scope)).isEqualTo(new Holds());
    }

    @Test
    void isBrokenIfItIsFalse() {
        assertThat(condition("stock.whole == 19").judge(scope)).isEqualTo(new Broken(List.of()));
    }

    @Test
    void offendersAreGivenAsJson() {
        assertThat(offenders("body.filter(b, b.n < 0)").judge(scope))
                .isEqualTo(new Broken(List.of(json("{ \"id\": \"b\", \"n\": -1.5 }"))));
    }

    @Test
    void noOffendersHold() {
        assertThat(offenders("body.filter(b, b.n > 1)").judge(scope)).isEqualTo(new Holds());
    }

    @Test
    void whatIsNotThereCannotBeJudged() {
        assertThat(condition("stock.other == 1").judge(scope))
                .isEqualTo(new Unjudged("could not be judged: key 'other' is not present in map."));
    }

    @Test
    void whatIsNeitherTrueNorFalseCannotBeJudged() {
        assertThat(condition("stock.whole").judge(scope))
                .isEqualTo(new Unjudged("could not be judged: it gives 20, which is neither true, false nor a list"));
    }

    @Test
    void loopsOverLoopsHaveAnEnd() {
        Scope wide = scope.with("body", json("[" + "1,".repeat(999) + "1]"));
        Expression cubic = condition("body.all(a, body.all(b, body.all(c, a + b + c > 0)))");

        assertThat(cubic.judge(wide))
                .isInstanceOfSatisfying(
                        Unjudged.class,
                        unjudged -> assertThat(unjudged.reason()).contains("budget exceeded"));
    }

    @Test
    void unknownNamesAreFoundWhenCompiled() {
        new ExpressionCompiler(Set.of("stock"), problems).condition(scalar("1 == 1 && stok.whole == 1"));

        assertThat(problems.inReadingOrder())
                .singleElement()
                .hasToString("test.yaml:3:17: unknown name \"stok\" in the expression; expected stock; "
                        + "did you mean \"stock\"?");
    }

    @Test
    void unknownFieldsAreFoundWhereTheFieldsAreKnown() {
        new ExpressionCompiler(Map.of("A", Set.of("accepted", "status"), "order", Set.<String>of()), problems)
                .condition(scalar("order.anything == 1 && A.staus == 409"));

        assertThat(problems.inReadingOrder())
                .singleElement()
                .hasToString("test.yaml:3:30: A has no \"staus\"; expected one of accepted, status; "
                        + "did you mean \"status\"?");
    }

    @Test
    void placeInALongTextIsSaidInWords() {
        YamlScalar folded = new YamlScalar(PLACE, json("\"true &&\\n nothing\""), 0);
        new ExpressionCompiler(Set.of("stock"), problems).condition(folded);

        assertThat(problems.inReadingOrder())
                .singleElement()
                .hasToString("test.yaml:3:7: unknown name \"nothing\" in the expression (line 2, character 2); "
                        + "expected stock");
    }

    private Expression condition(String source) {
        return new ExpressionCompiler(Set.of("stock", "body"), problems)
                .condition(scalar(source))
                .orElseThrow();
    }

    private Expression offenders(String source) {
        return new ExpressionCompiler(Set.of("stock", "body"), problems)
                .offenders(scalar(source))
                .orElseThrow();
    }

    private static YamlScalar scalar(String text) {
        return new YamlScalar(PLACE, com.fasterxml.jackson.databind.node.TextNode.valueOf(text), 7);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
