package dev.photofinish.explorer.search;

import dev.photofinish.explorer.witness.Witness;

/**
 * A rule that at least one schedule breaks.
 *
 * @param schedules how many broke it of those that were run step by step
 * @param sampled how many broke it of those in which several steps were released together
 * @param firstAt which schedule was the first, from 1, of all that were run, sampled ones counted
 * @param serial whether it is also broken with one contender after the other
 */
public record Discovery<R>(
        Finding finding, long schedules, long sampled, long firstAt, boolean serial, Witness<R> witness) {

    /** As it is counted where other schedules were run before. */
    Discovery<R> after(Coverage before) {
        long first = before.run() + before.togetherRuns() + firstAt;
        return new Discovery<>(finding, schedules, sampled, first, serial, witness);
    }

    /** The same rule broken in further schedules; what is shown stays. */
    Discovery<R> and(Discovery<R> more) {
        return new Discovery<>(
                finding,
                schedules + more.schedules,
                sampled + more.sampled,
                Math.min(firstAt, more.firstAt),
                serial || more.serial,
                witness);
    }
}
