package dev.photofinish.scenarios.scenario;

/** Where contenders wait for each other and are released together. */
public enum Rendezvous {
    /** Before the last step of each; what comes before it they do one contender after the other. */
    LAST_STEP,
    /** Before every step; all contenders have the same number of them. */
    EACH_STEP
}
