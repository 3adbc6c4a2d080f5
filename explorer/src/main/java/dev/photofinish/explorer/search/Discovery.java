package dev.photofinish.explorer.search;

import dev.photofinish.explorer.witness.Witness;

/**
 * A rule that at least one schedule breaks.
 *
 * @param schedules how many broke it
 * @param firstAt the how manieth schedule was the first, from 1
 * @param serial whether it is also broken with one contender after the other
 */
public record Discovery<R>(Finding finding, long schedules, long firstAt, boolean serial, Witness<R> witness) {}
