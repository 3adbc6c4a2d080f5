package dev.photofinish.misty.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** When an order is due: an ISO 8601 date, or date and time; UTC where no offset is given. */
record DueDate(Instant instant) {

    /** @throws IllegalArgumentException if the text is none of these */
    @JsonCreator
    static DueDate of(String text) {
        try {
            Instant instant = text.contains("T") ? dateAndTime(text) : startOf(LocalDate.parse(text));
            // MongoDB counts milliseconds; hundreds of millions of years do not fit.
            return new DueDate(Instant.ofEpochMilli(instant.toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "not an ISO 8601 date such as 2026-03-31 or 2026-03-31T12:00:00, was \"" + text + "\"", e);
        }
    }

    Date stored() {
        return Date.from(instant);
    }

    private static Instant dateAndTime(String text) {
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
