package dev.photofinish.scenarios.template;

/** How {@code {{now}}} is written. */
public enum Dates {
    /** ISO 8601 in UTC, as JSON APIs take it. */
    AS_TEXT,
    /** {@code {"$date": "…"}}, which MongoDB stores as a date. */
    AS_EXTENDED_JSON
}
