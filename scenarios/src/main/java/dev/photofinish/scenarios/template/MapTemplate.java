package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An object whose values have holes. */
record MapTemplate(Map<String, Template> entries) implements Template {

    @Override
    public List<Reference> references() {
        return entries.values().stream()
                .flatMap(value -> value.references().stream())
                .toList();
    }

    @Override
    public JsonNode render(Scope scope, Dates dates) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        entries.forEach((key, value) -> object.set(key, value.render(scope, dates)));
        return object;
    }

    @Override
    public String renderText(Scope scope, UnaryOperator<String> escape) {
        return escape.apply(render(scope).toString());
    }
}
