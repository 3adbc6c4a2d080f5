package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.expression.Expression;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the contenders must have been told. All of it must hold; what is not given is not asked for.
 *
 * @param accepted how many contenders must be accepted
 * @param refused how many contenders must be refused
 * @param anyOf right endings, of which one must be true; empty if there is no choice
 */
public record Expectation(OptionalInt accepted, OptionalInt refused, List<Ending> anyOf) {

    static final Expectation NOTHING = new Expectation(OptionalInt.empty(), OptionalInt.empty(), List.of());

    /** One right ending. */
    public record Ending(String name, Expression condition) {}

    /** Whether any way in which contenders are told is right. */
    public boolean asksForNothing() {
        return equals(NOTHING);
    }
}
