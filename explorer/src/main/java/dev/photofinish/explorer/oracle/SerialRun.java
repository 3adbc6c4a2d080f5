package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.search.Judgement;
import java.util.List;

/**
 * An execution with one contender after the other.
 *
 * @param order who took part, in this order
 * @param byTheRules what the rules say of it
 */
public record SerialRun(List<String> order, Result result, Judgement byTheRules) {

    public SerialRun {
        order = List.copyOf(order);
    }
}
