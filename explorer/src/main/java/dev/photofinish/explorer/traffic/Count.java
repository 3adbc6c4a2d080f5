package dev.photofinish.explorer.traffic;

/**
 * How often a collection was read and written.
 *
 * @param finds those of the reads that are finds by that command
 * @param reads times at which it was locked for reading: a find or a count once, a find's getMore once more
 * @param writes times at which it was locked for writing
 */
record Count(long finds, long reads, long writes) {

    static final Count NONE = new Count(0, 0, 0);

    private static final long ANY_NUMBER = 1L << 40;

    /** Of what nobody knows how often it does so. */
    static final Count ANY = new Count(ANY_NUMBER, ANY_NUMBER, ANY_NUMBER);

    Count plus(Count other) {
        return new Count(finds + other.finds, reads + other.reads, writes + other.writes);
    }

    Count minus(Count other) {
        return new Count(finds - other.finds, reads - other.reads, writes - other.writes);
    }

    /** The reads that are left when as many have been explained as can be; each kind is counted for itself. */
    long readsBeyond(Count explained) {
        return Math.max(0, Math.max(finds - explained.finds, reads - explained.reads));
    }

    long writesBeyond(Count explained) {
        return Math.max(0, writes - explained.writes);
    }
}
