package dev.photofinish.explorer.search;

import dev.photofinish.explorer.witness.Witness;

/**
 * A rule that at least one schedule breaks.
 *
 * @param schedules how many broke it of those that were run step by step
 * @param sampled how many broke it of those in which several steps were released together
 * @param firstAt the how manieth schedule was the first, from 1
 * @param serial whether it is also broken with one contender after the other
 */
public record Discovery<R>(
        Finding finding, long schedules, long sampled, long firstAt, boolean serial, Witness<R> witness) {}
