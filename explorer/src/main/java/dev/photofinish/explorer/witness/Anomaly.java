package dev.photofinish.explorer.witness;

/** The textbook names of what goes wrong. */
public enum Anomaly {
    LOST_UPDATE("lost update"),
    WRITE_SKEW("write skew"),
    DUPLICATE("duplicate"),
    DOUBLE_APPLY("double apply"),
    OVERSELL("oversell"),
    PASSED_LIMIT("passed limit"),
    FUZZY_READ("fuzzy read"),
    DIRTY_READ("dirty read");

    private final String title;

    Anomaly(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
