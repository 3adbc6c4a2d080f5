package dev.photofinish.explorer.gate;

import java.time.Duration;
import java.util.List;

/**
 * What a contender has done again and again, with the same answers each time.
 *
 * @param shapes of the commands of one round, beginning with the one that would come next
 * @param rounds how often in a row
 * @param sinceNanos when the first of these rounds ended its first command
 */
record Loop(List<String> shapes, int rounds, long sinceNanos) {

    Loop {
        shapes = List.copyOf(shapes);
    }

    Duration lasts(long now) {
        return Duration.ofNanos(now - sinceNanos);
    }
}
