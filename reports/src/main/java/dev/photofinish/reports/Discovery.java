package dev.photofinish.reports;

import java.util.Optional;

/**
 * A rule that at least one schedule of an exploration breaks.
 *
 * @param rule its name
 * @param text what was found, for people
 * @param schedules how many showed it of those that were run step by step
 * @param sampled how many showed it of those in which several commands were released together
 * @param firstAt which schedule was the first, from 1, of all that were run, sampled ones counted
 * @param serial whether it is also so with one contender after the other
 * @param anomaly the textbook name of what went wrong, if the commands tell
 * @param explanation why it went wrong, in a sentence, if the commands tell
 * @param interleaving the shortest schedule that shows it
 */
public record Discovery(
        String rule,
        Weight weight,
        String text,
        long schedules,
        long sampled,
        long firstAt,
        boolean serial,
        Optional<String> anomaly,
        Optional<String> explanation,
        Interleaving interleaving) {

    /** The same, shown by another interleaving. */
    public Discovery in(Interleaving other) {
        return new Discovery(rule, weight, text, schedules, sampled, firstAt, serial, anomaly, explanation, other);
    }

    /** How much it counts. */
    public enum Weight {
        VIOLATION,
        /** Worth knowing, and nobody has said that it is wrong. */
        NOTICE
    }
}
