package dev.photofinish.scenarios.invariants;

/** What is asked about a round. */
public enum Looking {
    /** What breaks the rules. */
    FOR_OFFENDERS,
    /** How many documents there were to look at, too: a question more for each rule, for rounds that only the rules judge. */
    AND_COUNTING
}
