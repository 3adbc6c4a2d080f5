package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A text with holes in it. */
record TextTemplate(List<Part> parts) implements Template {

    /** Literal text and the hole that follows it, if any. */
    record Part(String literal, Optional<Hole> hole) {}

    @Override
    public List<Reference> references() {
        return parts.stream()
                .flatMap(part -> part.hole().stream())
                .flatMap(hole -> hole instanceof Reference reference ? Stream.of(reference) : Stream.empty())
                .toList();
    }

    @Override
    public JsonNode render(Scope scope, Dates dates) {
        return TextNode.valueOf(renderText(scope));
    }

    @Override
    public String renderText(Scope scope, UnaryOperator<String> escape) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.literal());
            part.hole().ifPresent(hole -> text.append(escape.apply(text(hole, scope))));
        }
        return text.toString();
    }

    /** A value as it looks inside a text. There is no text for null: it would end as "null" in somebody's address. */
    static String text(Hole hole, Scope scope) {
        JsonNode value = hole.value(scope, Dates.AS_TEXT);
        if (value.isNull()) {
            throw new CannotRender(hole.at(), "{{" + hole + "}} is null, which cannot be put into a text");
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
