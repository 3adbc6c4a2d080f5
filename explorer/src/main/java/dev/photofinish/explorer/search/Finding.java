package dev.photofinish.explorer.search;

import dev.photofinish.explorer.witness.Accused;

/**
 * One rule that a result breaks.
 *
 * @param rule its name: findings of the same rule are counted together
 * @param text what was found, for people: one or more lines
 * @param certainty when it counts
 * @param accused what it is about
 */
public record Finding(String rule, Weight weight, String text, Certainty certainty, Accused accused) {

    /** One that counts as soon as it is seen. */
    public Finding(String rule, Weight weight, String text) {
        this(rule, weight, text, Accused.NOTHING);
    }

    public Finding(String rule, Weight weight, String text, Certainty certainty) {
        this(rule, weight, text, certainty, Accused.NOTHING);
    }

    public Finding(String rule, Weight weight, String text, Accused accused) {
        this(rule, weight, text, Certainty.SEEN, accused);
    }

    public boolean isViolation() {
        return weight == Weight.VIOLATION;
    }

    /** How much it counts. */
    public enum Weight {
        VIOLATION,
        /** Worth knowing, and nobody has said that it is wrong. */
        NOTICE
    }

    /** When a finding counts. */
    public enum Certainty {
        SEEN,
        /** What is wrong could be chance: it is withdrawn unless its schedule shows it each time it is run again. */
        IF_IT_COMES_BACK
    }
}
