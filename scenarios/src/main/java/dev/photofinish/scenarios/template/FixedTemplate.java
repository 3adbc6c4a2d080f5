package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** A value without holes. */
record FixedTemplate(JsonNode value) implements Template {

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public JsonNode render(Scope scope, Dates dates) {
        return value;
    }

    @Override
    public String renderText(Scope scope, UnaryOperator<String> escape) {
        return value.asText();
    }
}
