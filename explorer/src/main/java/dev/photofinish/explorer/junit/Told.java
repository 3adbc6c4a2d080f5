package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.driver.Outcome;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the contenders were told: what their calls returned or threw. */
public final class Told {

    private final Map<String, Outcome> outcomes;

    Told(Map<String, Outcome> outcomes) {
        this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** By contender, in their order. */
    public Map<String, Outcome> outcomes() {
        return outcomes;
    }

    /**
     * What a contender's call returned; empty if it returned null or threw something.
     *
     * @throws MisusedRule if there is no such contender
     */
    public Optional<Object> to(String contender) {
        Outcome outcome = outcomes.get(contender);
        if (outcome == null) {
            throw new MisusedRule("There is no contender %s whose answer a rule could ask for; they are %s."
                    .formatted(contender, String.join(" and ", outcomes.keySet())));
        }
        return outcome instanceof Outcome.Returned returned ? Optional.of(returned.value()) : Optional.empty();
    }

    /** How many calls returned this; numbers are compared by their value, so that 1 is {@code 1L} and 1.0, too. */
    public int count(Object value) {
        return (int) outcomes.values().stream()
                .filter(outcome -> outcome instanceof Outcome.Returned returned && same(returned.value(), value))
                .count();
    }

    /**
     * The sum of the numbers that calls returned, of whatever kind; what else they returned or threw counts as nothing. It is
     * computed in decimals: 0.1 and 0.2 are 0.3.
     *
     * @throws MisusedRule if it is no number, or has more digits than a double
     */
    public double sum() {
        BigDecimal total = total();
        double sum = total.doubleValue();
        if (Double.isInfinite(sum) || BigDecimal.valueOf(sum).compareTo(total) != 0) {
            throw new MisusedRule(
                    "The sum of what was told is %s, which is more than a double can hold; compare told.total()."
                            .formatted(total));
        }
        return sum;
    }

    /**
     * {@link #sum()} with all its digits.
     *
     * @throws MisusedRule if it is no number
     */
    public BigDecimal total() {
        return outcomes.values().stream()
                .filter(Outcome.Returned.class::isInstance)
                .map(outcome -> ((Outcome.Returned) outcome).value())
                .filter(Number.class::isInstance)
                .map(number -> decimal(number)
                        .orElseThrow(() ->
                                new MisusedRule("There is no sum of what was told: %s is among it.".formatted(number))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean same(Object told, Object value) {
        if (told instanceof Number && value instanceof Number) {
            Optional<BigDecimal> one = decimal(told);
            Optional<BigDecimal> other = decimal(value);
            boolean compare = one.isPresent() && other.isPresent();
            return compare
                    ? one.get().compareTo(other.get()) == 0
                    : told.toString().equals(value.toString());
        }
        return Objects.deepEquals(told, value);
    }

    /** Every kind of number writes itself in decimals, but for those that are not a number or infinite. */
    private static Optional<BigDecimal> decimal(Object number) {
        try {
            return Optional.of(new BigDecimal(number.toString()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
