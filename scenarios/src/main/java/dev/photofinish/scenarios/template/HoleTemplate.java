package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** Exactly one hole: the value itself, with its type. */
record HoleTemplate(Hole hole) implements Template {

    @Override
    public List<Reference> references() {
        return hole instanceof Reference reference ? List.of(reference) : List.of();
    }

    @Override
    public JsonNode render(Scope scope, Dates dates) {
        return hole.value(scope, dates);
    }

    @Override
    public String renderText(Scope scope, UnaryOperator<String> escape) {
        return escape.apply(TextTemplate.text(hole, scope));
    }
}
