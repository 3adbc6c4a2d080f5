package dev.photofinish.scenarios.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.template.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a contender came out of the contest: what templates and expressions see under its name.
 *
 * @param status of its last answer; empty if there was none
 * @param body of its last answer, text if it is not JSON; empty if there was none
 * @param kept what its steps kept
 */
public record Standing(
        String contender, Outcome outcome, OptionalInt status, Optional<JsonNode> body, Map<String, JsonNode> kept) {

    /** The list of all contenders, each with its {@code name} beside what {@code A} has. */
    static final String ALL = "contenders";

    /** What else is under a contender's name, and so cannot be kept under it. */
    static final Set<String> OUTCOMES = Set.of("name", "accepted", "refused", "failed");

    /** What of the last answer is under a contender's name. */
    static final Set<String> ANSWER = Set.of("status", "body");

    /** The scope after the contest: every contender by its name, and all of them as {@code contenders}. */
    public static Scope addTo(Scope scope, List<Standing> standings) {
        Scope after = scope;
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Standing standing : standings) {
            ObjectNode seen = standing.toJson();
            after = after.with(standing.contender(), seen);
            all.add(seen);
        }
        return after.with(ALL, all);
    }

    private ObjectNode toJson() {
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        seen.setAll(kept);
        seen.put("name", contender);
        seen.put("accepted", outcome == Outcome.ACCEPTED);
        seen.put("refused", outcome == Outcome.REFUSED);
        seen.put("failed", outcome == Outcome.FAILED);
        status.ifPresentOrElse(value -> seen.put("status", value), () -> seen.putNull("status"));
        body.ifPresentOrElse(value -> seen.set("body", value), () -> seen.putNull("body"));
        return seen;
    }
}
