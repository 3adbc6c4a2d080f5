package dev.photofinish.reports;

/** How many rounds ended with each verdict. */
public record Tally(int held, int violated, int inconclusive) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public int rounds() {
        return held + violated + inconclusive;
    }

    /** The rounds that say something about the application. */
    public int judged() {
        return held + violated;
    }

    public Tally plus(Verdict verdict) {
        return switch (verdict) {
            case HELD -> new Tally(held + 1, violated, inconclusive);
            case VIOLATED -> new Tally(held, violated + 1, inconclusive);
            case INCONCLUSIVE -> new Tally(held, violated, inconclusive + 1);
        };
    }
}
