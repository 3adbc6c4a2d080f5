package dev.photofinish.explorer.search;

/** How often something that comes by chance has to be tried before its not coming again says something. */
final class Chance {

    /** As likely as this it comes in so many tries, if it is as frequent as it seemed to be. */
    private static final double SURE = 0.99;

    /** What comes less often than one time in twenty is not waited for longer. */
    private static final int MOST = 100;

    private Chance() {}

    /**
     * How many tries it takes to see it again.
     *
     * @param seen how often it has come, in
     * @param tries so many
     */
    static int triesToSee(long seen, long tries) {
        if (seen <= 0 || seen >= tries) {
            return seen <= 0 ? MOST : 1;
        }
        double absent = Math.log1p(-(double) seen / tries);
        return (int) Math.min(MOST, Math.ceil(Math.log1p(-SURE) / absent));
    }
}
