package dev.photofinish.reports;

import java.util.Locale;

/** How one operation ended, as its client saw it. */
public enum Outcome {
    /** The application said yes. */
    ACCEPTED,
    /** A clean business refusal, such as 409. */
    REFUSED,
    /** Anything else: a 5xx, a timeout, a malformed answer. Never counted as a refusal. */
    FAILED;

    /** The word for it in every report: {@code accepted}, {@code refused} or {@code failed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
