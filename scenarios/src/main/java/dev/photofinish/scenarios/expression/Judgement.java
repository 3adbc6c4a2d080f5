package dev.photofinish.scenarios.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What an expression says about the values of a round. */
public sealed interface Judgement {

    /** The condition is true, or nothing offends. */
    record Holds() implements Judgement {}

    /**
     * The condition is false, or some items offend.
     *
     * @param offenders the offending items; empty for a condition
     */
    record Broken(List<JsonNode> offenders) implements Judgement {}

    /**
     * The values do not have what the expression asks for, so nobody knows.
     *
     * @param reason what is missing, in words: {@code could not be judged: …}
     */
    record Unjudged(String reason) implements Judgement {}
}
