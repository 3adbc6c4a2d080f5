package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.scenarios.yaml.Location;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * {@code {{now}}}, or a time before or after it.
 *
 * @param after how long after now; negative for before
 */
record Moment(Duration after, Location at) implements Hole {

    @Override
    public JsonNode value(Scope scope, Dates dates) {
        // MongoDB's dates have milliseconds, and so do most clocks that an API shows
        String time = scope.now().plus(after).truncatedTo(ChronoUnit.MILLIS).toString();
        return switch (dates) {
            case AS_TEXT -> TextNode.valueOf(time);
            case AS_EXTENDED_JSON -> JsonNodeFactory.instance.objectNode().put("$date", time);
        };
    }

    @Override
    public String toString() {
        return "now";
    }
}
