package dev.photofinish.explorer.data;

import java.math.BigDecimal;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/** Numbers as the database compares and adds them: by value, whatever their type. */
final class Numbers {

    private static final double ROUNDING = 1e-9;

    private Numbers() {}

    static boolean equal(BsonValue one, BsonValue other) {
        double first = one.asNumber().doubleValue();
        double second = other.asNumber().doubleValue();
        if (isWhole(one) && isWhole(other)) {
            return one.asNumber().longValue() == other.asNumber().longValue();
        }
        return Double.compare(first, second) == 0
                || Math.abs(first - second) <= ROUNDING * Math.max(Math.abs(first), Math.abs(second));
    }

    static BsonNumber sum(BsonValue one, BsonValue other) {
        if (isWhole(one) && isWhole(other)) {
            return new BsonInt64(one.asNumber().longValue() + other.asNumber().longValue());
        }
        return new BsonDouble(exact(one).add(exact(other)).doubleValue());
    }

    private static BigDecimal exact(BsonValue number) {
        return number instanceof BsonDecimal128 decimal && decimal.getValue().isFinite()
                ? decimal.getValue().bigDecimalValue()
                : BigDecimal.valueOf(number.asNumber().doubleValue());
    }

    private static boolean isWhole(BsonValue number) {
        return number.isInt32() || number.isInt64();
    }
}
