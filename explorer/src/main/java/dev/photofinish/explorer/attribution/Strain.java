package dev.photofinish.explorer.attribution;

import java.time.Duration;

/**
 * What the gate did to a contender in one execution.
 *
 * @param held how long its own commands stood there, one after the other
 * @param waited how long it did nothing, at a stretch, while commands of others stood there: it may have waited for these
 * @param standstill how long it and all others who were not over had done nothing, with nothing held and nothing in the database, when it
 *     came to its answer; zero unless that is far longer than anybody is silent by itself
 */
public record Strain(Duration held, Duration waited, Duration standstill) {

    /** A contender that was never in the gate's way. */
    public static final Strain NONE = new Strain(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
