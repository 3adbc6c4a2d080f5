package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.util.Optional;

/** The JSON in an answer. */
public final class JsonBody {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    /** The body as JSON; empty if it is something else. */
    public static Optional<JsonNode> of(HttpAnswer answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            return body instanceof MissingNode ? Optional.empty() : Optional.of(body);
        } catch (JsonProcessingException somethingElse) {
            return Optional.empty();
        }
    }

    /** The body as JSON, or as one text if it is something else. */
    public static JsonNode orText(HttpAnswer answer) {
        return of(answer).orElseGet(() -> TextNode.valueOf(answer.body()));
    }
}
