package dev.photofinish.scenarios.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTest {

    private final Scope scope = Scope.ofRound(Instant.EPOCH, "u1").with("id", TextNode.valueOf("a/b c+ä?"));

    @Test
    void valuesInThePathAreEncoded() {
        Operation operation = operation("request: \"GET /orders/{{id}}/items?q={{ id }}&all=yes\"");

        assertThat(operation.request().render(scope).target())
                .isEqualTo("/orders/a%2Fb%20c%2B%C3%A4%3F/items?q=a%2Fb%20c%2B%C3%A4%3F&all=yes");
    }

    @Test
    void contentTypeCanBeSetByTheFile() {
        Operation operation = operation("request: PATCH /x\n    headers: { content-type: application/merge-patch+json }"
                + "\n    body: { a: 1 }");

        assertThat(operation.request().render(scope).headers())
                .containsExactly(new Header("content-type", "application/merge-patch+json"));
    }

    @Test
    void headersStayOnOneLine() {
        Operation operation = operation("request: GET /x\n    headers: { X-Id: \"{{id}}\" }");

        assertThatThrownBy(() -> operation.request().render(scope.with("id", TextNode.valueOf("a\r\nX-Evil: 1"))))
                .isInstanceOf(CannotRender.class)
                .hasMessageContaining("the header X-Id would be more than one line");
    }

    @Test
    void defaultsAreForWhatNobodyGives() {
        Operation operation = operation(
                "request: POST /x\n    with: { a: \"{{unique}}\", b: \"{{a}}-b\" }\n    body: [ \"{{a}}\", \"{{b}}\", \"{{c}}\" ]");

        assertThat(operation.arguments()).containsExactly("a", "b", "c", "unique");
        assertThat(operation.missing(Set.of("unique"))).containsExactly("c");
        assertThat(body(operation, Map.of())).isEqualTo("[\"u1\",\"u1-b\",3]");
        assertThat(body(operation, Map.of("a", TextNode.valueOf("x")))).isEqualTo("[\"x\",\"x-b\",3]");
        assertThat(body(operation, Map.of("b", IntNode.valueOf(7)))).isEqualTo("[\"u1\",7,3]");
    }

    @Test
    void keepsByPointerHeaderCookieAndRegex() {
        Operation operation = operation("request: GET /x\n    keep: { all: /, first: /0/n, etag: 'header:ETag', "
                + "sid: 'cookie:sid', word: 'regex:n.: (\\d)', match: 'regex:n' }");
        HttpAnswer answer = new HttpAnswer(
                200,
                List.of(new Header("etag", "W/1"), new Header("set-cookie", "sid=s1"), new Header("set-cookie", "a=b")),
                "[{\"n\": 5}]");

        assertThat(Keep.all(operation.keep(), answer))
                .hasToString("{all=[{\"n\":5}], first=5, etag=\"W/1\", sid=\"s1\", word=\"5\", match=\"n\"}");
    }

    @Test
    void whatAnAnswerLacksIsNamed() {
        Operation operation = operation("request: GET /x\n    keep: { id: /data/id }");

        assertThatThrownBy(() -> Keep.all(operation.keep(), new HttpAnswer(200, List.of(), "<html>")))
                .isInstanceOf(MissingInAnswer.class)
                .hasMessage("the answer (status 200) has no /data/id to keep as \"id\"");
    }

    private String body(Operation operation, Map<String, com.fasterxml.jackson.databind.JsonNode> with) {
        Scope round = scope.with("c", IntNode.valueOf(3));
        return operation.request().render(operation.bind(round, with)).body();
    }

    private static Operation operation(String yaml) {
        return TestSystems.withOperation(yaml).operations().values().iterator().next();
    }
}
