package dev.photofinish.scenarios.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private final Problems problems = new Problems();

    @Test
    void onlyJsonNumbersAreNumbers() throws JsonProcessingException {
        YamlNode root =
                read("{ phone: 0390000000, whole: 5, huge: 12345678901234567890, half: 0.5, date: 2026-01-31 }");

        assertThat(root.toJson()).isEqualTo(new ObjectMapper().readTree("""
                                { "phone": "0390000000", "whole": 5, "huge": 12345678901234567890, "half": 0.5,
                                  "date": "2026-01-31" }"""));
    }

    @Test
    void whoForgetsToQuoteAnExpressionIsToldSo() {
        YamlReader.read("test.yaml", "right: !(A.accepted && B.accepted)", problems);

        assertThat(problems.inReadingOrder())
                .singleElement()
                .asString()
                .startsWith("test.yaml:1:")
                .contains("this is not YAML")
                .endsWith("stands in quotes");
    }

    @Test
    void onlyTrueFalseAndNullAreWordsWithMeaning() {
        YamlNode root = read("[ true, yes, null, nothing, 'true' ]");

        assertThat(root.toJson()).hasToString("[true,\"yes\",null,\"nothing\",\"true\"]");
    }

    @Test
    void everythingKnowsItsPlace() {
        YamlNode root = read("""
                given:
                  - { as: admin }
                """);

        assertThat(((YamlMap) root).keyAt("given")).hasToString("test.yaml:1:1");
        YamlNode step = root.get("given").orElseThrow().items().getFirst();
        assertThat(step.at()).hasToString("test.yaml:2:5");
        assertThat(step.get("as").orElseThrow().at()).hasToString("test.yaml:2:11");
    }

    @Test
    void charactersOfPlainAndQuotedTextsHavePlaces() {
        YamlNode root = read("[ plain, \"quoted\", 'single' ]");

        assertThat(root.items()).map(item -> ((YamlScalar) item).at(2).column()).containsExactly(5, 13, 23);
    }

    @Test
    void charactersOfTextsThatDoNotStandInOnePieceHaveTheTextsPlace() {
        YamlNode root = read("""
                - "a\\tb"
                - >-
                  folded
                """);

        assertThat(root.items()).map(item -> ((YamlScalar) item).at(2)).isEqualTo(places(root));
    }

    @Test
    void deepNestingIsAProblemAndNoCrash() {
        YamlReader.read("test.yaml", "[".repeat(100) + "]".repeat(100), problems);

        assertThat(problems.inReadingOrder())
                .singleElement()
                .hasToString("test.yaml:1:66: nesting deeper than 64 levels; expected less");
    }

    @Test
    void aliasesOfAliasesAreNotFollowed() {
        YamlReader.read("test.yaml", "a: &a [ 1 ]\nb: &b [ *a, *a ]\nc: [ *b, *b ]\nd: &d [ *d ]", problems);

        assertThat(problems.inReadingOrder())
                .map(problem -> problem.where().line())
                .containsExactly(1, 2, 4);
    }

    @Test
    void emptyFileIsAProblem() {
        assertThat(YamlReader.read("test.yaml", "# nothing\n", problems)).isEmpty();

        assertThat(problems.inReadingOrder())
                .singleElement()
                .hasToString("test.yaml: the file is empty; expected a YAML map");
    }

    private static List<Location> places(YamlNode list) {
        return list.items().stream().map(YamlNode::at).toList();
    }

    private YamlNode read(String text) {
        YamlNode root = YamlReader.read("test.yaml", text, problems).orElseThrow();
        problems.throwIfAny();
        return root;
    }
}
