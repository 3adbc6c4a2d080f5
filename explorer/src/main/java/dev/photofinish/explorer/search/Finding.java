package dev.photofinish.explorer.search;

/**
 * One rule that a result breaks.
 *
 * @param rule its name: findings of the same rule are counted together
 * @param text what was found, for people: one or more lines
 */
public record Finding(String rule, Weight weight, String text) {

    /** How much it counts. */
    public enum Weight {
        VIOLATION,
        /** Worth knowing, and nobody has said that it is wrong. */
        NOTICE
    }
}
