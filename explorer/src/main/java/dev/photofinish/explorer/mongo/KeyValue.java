package dev.photofinish.explorer.mongo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * The value of a key as text, so that two values have the same text if and only if MongoDB holds them for equal. It compares
 * numbers by value whatever their type, and never holds values of different kinds for equal.
 */
final class KeyValue {

    private KeyValue() {}

    /** Nothing for values that could stand for others: null (also a missing field), expressions, documents, arrays. */
    static Optional<String> text(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> Optional.of("string " + value.asString().getValue());
            case OBJECT_ID -> Optional.of("id " + value.asObjectId().getValue().toHexString());
            case BOOLEAN -> Optional.of("boolean " + value.asBoolean().getValue());
            case DATE_TIME -> Optional.of("date " + value.asDateTime().getValue());
            case BINARY ->
                Optional.of("binary " + value.asBinary().getType() + " "
                        + HexFormat.of().formatHex(value.asBinary().getData()));
            case INT32, INT64 ->
                Optional.of(number(BigDecimal.valueOf(value.asNumber().longValue())));
            case DOUBLE -> doubleText(value.asDouble().getValue());
            case DECIMAL128 -> decimalText(value.asDecimal128().getValue());
            default -> Optional.empty();
        };
    }

    /** Rounded as MongoDB rounds it before it compares it with a decimal; no two doubles become one. */
    private static Optional<String> doubleText(double value) {
        return Double.isFinite(value)
                ? Optional.of(number(new BigDecimal(value, MathContext.DECIMAL128)))
                : Optional.empty();
    }

    private static Optional<String> decimalText(Decimal128 value) {
        if (!value.isFinite()) {
            return Optional.empty();
        }
        return Optional.of(number(isZero(value) ? BigDecimal.ZERO : value.bigDecimalValue()));
    }

    /** Negative zero has no {@link BigDecimal}. */
    private static boolean isZero(Decimal128 value) {
        return value.compareTo(new Decimal128(0)) == 0 || value.compareTo(Decimal128.NEGATIVE_ZERO) == 0;
    }

    private static String number(BigDecimal value) {
        return "number "
                + (value.signum() == 0 ? "0" : value.stripTrailingZeros().toString());
    }
}
