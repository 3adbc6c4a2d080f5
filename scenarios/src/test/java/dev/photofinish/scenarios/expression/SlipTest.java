package dev.photofinish.scenarios.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.scenarios.yaml.Problem;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no CEL is said once, where it stands in the file, and what CEL has for it. */
class SlipTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "body.stock = 40              | 1:19 | expected ==",
                "body.stock === 40            | 1:19 | expected == or !=",
                "body.a > 1 and body.b > 1    | 1:19 | expected &&",
                "(status == 1) or(body.b)     | 1:22 | expected ||",
                "not body.ok                  | 1:8  | expected ! before",
                "body.items.filter(i => i > 1)| 1:28 | list.filter(i, i.n > 1)",
                "body.name == 'x              | 1:21 | a text that has no end",
                "len(body.items) == 1         | 1:8  | expected size(…)",
                "body.ok == True              | 1:19 | expected true or false",
                "body.ok == None              | 1:19 | expected null",
                "if body.n then true          | 1:8  | condition ? one : other",
                "body.n is null               | 1:15 | body.n == null",
                "body.name matches 'x'        | 1:18 | text.matches",
                "body.stock == 40;            | 1:24 | a semicolon",
                "body?.stock == 40            | 1:12 | has(a.b)",
                "(body.n == 1                 | 1:20 | \")\" is missing at its end",
                "body.n == 1)                 | 1:19 | \")\" cannot stand there",
                "body.n == 1 &&               | 1:22 | it ends too early",
                "body.foo(1) == 1             | 1:16 | there is no function \"foo\"",
                "body.n == 'a' + 1            | 1:22 | \"+\" is not for '(string, int)'",
            })
    void whatIsWrongIsSaidWhereItStandsWithWhatIsRight(String expression, String where, String said) {
        List<Problem> problems = problems("check: " + expression.strip());

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.toString()).contains(said.strip(), "\"" + expression.strip() + "\"");
            assertThat(problem.where().toString()).endsWith(":" + where.strip());
        });
    }

    @Test
    void inABlockOfSeveralLinesTheExpressionsOwnLineIsSaid() {
        assertThat(problems("check: |\n  body.n == 1 &&\n  body.m = 2\n").toString())
                .contains("(line 2, character 8)", "expected ==");
    }

    @ParameterizedTest
    @CsvSource({"body.say == 'a = b and not c;'", "body.n >= 1 && body.n <= 2", "body.items.exists(i. i != null)"})
    void whatStandsInQuotesMaySayWhatItLikes(String expression) {
        assertThat(problems("check: " + expression.replace("i.", "i,"))).isEmpty();
    }

    private static List<Problem> problems(String yaml) {
        Problems problems = new Problems();
        YamlNode file = YamlReader.read("s.yaml", yaml, problems).orElseThrow();
        var unused = new ExpressionCompiler(Set.of("body", "status"), problems)
                .condition(Objects.requireNonNull(file.entries().get("check")));
        return problems.inReadingOrder();
    }
}
