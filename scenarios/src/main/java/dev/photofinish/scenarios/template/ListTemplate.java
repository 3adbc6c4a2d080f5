package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.UnaryOperator;

/** A list whose items have holes. */
record ListTemplate(List<Template> items) implements Template {

    @Override
    public List<Reference> references() {
        return items.stream().flatMap(item -> item.references().stream()).toList();
    }

    @Override
    public JsonNode render(Scope scope, Dates dates) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(item.render(scope, dates)));
        return array;
    }

    @Override
    public String renderText(Scope scope, UnaryOperator<String> escape) {
        return escape.apply(render(scope).toString());
    }
}
