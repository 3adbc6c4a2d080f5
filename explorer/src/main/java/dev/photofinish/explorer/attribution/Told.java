package dev.photofinish.explorer.attribution;

/**
 * What a contender's program returns if the kind of its answers is known: what is still done after an answer is learnt for each
 * kind, since who is refused seldom does what comes after being accepted.
 *
 * @param kind such as {@code 200} or {@code 200, 409}; one of few
 */
public record Told(String kind) {

    static final Told SOMETHING = new Told("");

    /** That it waited for an answer as long as it would, and there was none: its request may still run in the application. */
    public static final Told NOTHING_IN_TIME = new Told("nothing in time");
}
