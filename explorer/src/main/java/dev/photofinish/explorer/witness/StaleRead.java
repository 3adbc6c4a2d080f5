package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.step.Step;

/**
 * Somebody read, somebody else wrote that, and the first went on.
 *
 * @param act what the reader did after the write
 */
record StaleRead(Step read, Step write, Step act) {}
