package dev.photofinish.explorer.attribution;

import java.time.Duration;

/**
 * What the gate did to a contender in one execution.
 *
 * @param held how long its own commands stood there, one after the other
 * @param waited how long it did nothing, at a stretch, while commands of others stood there: it may have waited for these
 */
public record Strain(Duration held, Duration waited) {

    /** A contender that was never in the gate's way. */
    public static final Strain NONE = new Strain(Duration.ZERO, Duration.ZERO);
}
