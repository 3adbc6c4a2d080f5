package dev.photofinish.explorer.search;

import java.util.Optional;

/** Draws schedules. */
interface Sampling {

    /**
     * Another one.
     *
     * @param moves how many moves a schedule has, as far as is known
     */
    Pilot pilot(int moves);

    /** What so many of them promise, in a sentence; empty if nothing. */
    Optional<String> guarantee(int moves);
}
