package dev.photofinish.scenarios.explore;

/** Where the data comes from on which each schedule begins. */
public enum Fresh {
    /** What is given is made once; afterwards the collections that were written are put back as they were. */
    RESTORED,
    /** What is given is made again for every schedule. */
    GIVEN
}
