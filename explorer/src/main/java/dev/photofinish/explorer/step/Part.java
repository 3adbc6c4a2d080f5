package dev.photofinish.explorer.step;

/** A step's part in a transaction. */
public enum Part {
    /** It stands for itself. */
    NONE,
    BEGINS,
    CONTINUES,
    COMMITS,
    ABORTS;

    /** Whether it belongs to a transaction of several steps. */
    public boolean transactional() {
        return this != NONE;
    }
}
