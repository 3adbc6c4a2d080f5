package dev.photofinish.misty.payroll;

import dev.photofinish.misty.store.Documents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Money and hours: exact while they are calculated with, rounded half up to two places, doubles in the database, texts such
 * as {@code "102.92"} in answers. Every double in a payroll document is one of them.
 */
final class Decimals {

    private static final int PLACES = 2;

    private Decimals() {}

    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_UP);
    }

    static BigDecimal of(double amount) {
        return rounded(BigDecimal.valueOf(amount));
    }

    /** A field of a stored document; zero where it is missing. */
    static BigDecimal in(Document document, String field) {
        Number stored = document.get(field, Number.class);
        return stored == null ? of(0) : of(stored.doubleValue());
    }

    static double stored(double amount) {
        return of(amount).doubleValue();
    }

    static String text(BigDecimal amount) {
        return rounded(amount).toPlainString();
    }

    /** The document as the API shows it, its amounts as texts. */
    static Map<String, Object> shown(Document document) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Documents.shown(document).forEach((field, value) -> shown.put(field, shown(value)));
        return shown;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case Double amount -> text(of(amount));
            case Map<?, ?> map -> {
                Map<Object, Object> shown = new LinkedHashMap<>();
                map.forEach((field, inner) -> shown.put(field, shown(inner)));
                yield shown;
            }
            case List<?> list -> list.stream().map(Decimals::shown).toList();
            default -> value;
        };
    }
}
