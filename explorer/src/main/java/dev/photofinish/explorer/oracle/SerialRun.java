package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.search.Judgement;
import java.util.List;

/**
 * An execution with one request after the other.
 *
 * @param order whose requests, in this order: who sent two stands there twice
 * @param byTheRules what the rules say of it; nothing if it is not all requests of all contenders
 */
public record SerialRun(List<String> order, Result result, Judgement byTheRules) {

    public SerialRun {
        order = List.copyOf(order);
    }
}
