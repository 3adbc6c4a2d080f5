package dev.photofinish.scenarios.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A text, number, boolean or null.
 *
 * @param textColumn the column of the text's first character, or 0 if the text does not stand in one piece on the line of
 *     {@code at} (escapes, several lines)
 */
public record YamlScalar(Location at, JsonNode value, int textColumn) implements YamlNode {

    @Override
    public JsonNode toJson() {
        return value;
    }

    @Override
    public String text() {
        return value.asText();
    }

    public boolean isText() {
        return value.isTextual();
    }

    /** The place of a character of the text; the scalar's own place where that cannot be told. */
    public Location at(int offset) {
        return textColumn == 0 ? at : new Location(at.file(), at.line(), textColumn + offset);
    }

    /** The same place with another text. */
    public YamlScalar withText(String text) {
        return new YamlScalar(at, TextNode.valueOf(text), 0);
    }
}
