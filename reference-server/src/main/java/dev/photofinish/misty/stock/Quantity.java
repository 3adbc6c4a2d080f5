package dev.photofinish.misty.stock;

import dev.photofinish.misty.http.InvalidField;
import java.math.BigDecimal;
import org.bson.types.Decimal128;

/**
 * An amount of goods, stored as a decimal: a lot of 0.3 from which 0.1 is taken three times is empty, where doubles would
 * leave 0.1 − 3·10⁻¹⁷ and refuse the third. Clients see and send plain JSON numbers. At most three decimals, so that no sum
 * ever needs rounding.
 */
public record Quantity(BigDecimal amount) {

    static final Quantity NONE = new Quantity(BigDecimal.ZERO);

    private static final int DECIMALS = 3;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    /** @throws InvalidField unless the number is above zero and can be kept exactly */
    public static Quantity positive(String field, BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new InvalidField(field, "must be above 0, was " + amount);
        }
        return exact(field, amount);
    }

    /** @throws InvalidField unless the number is not below zero and can be kept exactly */
    public static Quantity notNegative(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new InvalidField(field, "must not be below 0, was " + amount);
        }
        return exact(field, amount);
    }

    /** The quantity in a stored document, whatever kind of number it is there: the original keeps doubles. */
    static Quantity of(Number stored) {
        return new Quantity(
                stored instanceof Decimal128 decimal ? decimal.bigDecimalValue() : new BigDecimal(stored.toString()));
    }

    Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount));
    }

    Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.amount));
    }

    Quantity negated() {
        return new Quantity(amount.negate());
    }

    boolean isZero() {
        return amount.signum() == 0;
    }

    boolean isNegative() {
        return amount.signum() < 0;
    }

    Decimal128 stored() {
        return new Decimal128(amount);
    }

    /** As a JSON number; exact, since three decimals of a number this small survive the way there and back. */
    double shown() {
        return amount.doubleValue();
    }

    private static Quantity exact(String field, BigDecimal amount) {
        if (amount.compareTo(MOST) > 0) {
            throw new InvalidField(field, "must be at most " + MOST);
        }
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new InvalidField(field, "must have at most " + DECIMALS + " decimals, was " + amount);
        }
        return new Quantity(amount.setScale(Math.clamp(amount.scale(), 0, DECIMALS)));
    }
}
