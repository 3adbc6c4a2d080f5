package dev.photofinish.scenarios.race;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The offsets at which the second contender is released around the first, from {@code -reach} to {@code +reach}, evenly
 * spaced, 0 among them.
 *
 * <p>Every {@link #points} rounds visit each offset once, in an order of their own drawn from the seed: a deployment that
 * slows down as it fills up would otherwise look like a window.
 *
 * @param points how many offsets; odd, so that 0 is one
 */
public record Sweep(Duration reach, int points, long seed) {

    public static final int DEFAULT_POINTS = 21;

    /** @throws IllegalArgumentException in a sentence, unless the reach is positive and the points are odd and at least 3 */
    public Sweep {
        if (!reach.isPositive()) {
            throw new IllegalArgumentException("A sweep of %s reaches nowhere; give one such as 5ms.".formatted(reach));
        }
        if (points < 3 || points % 2 == 0) {
            throw new IllegalArgumentException(
                    "A sweep of %d points has no middle; give an odd number from 3 on.".formatted(points));
        }
    }

    /** All of them, from the most negative to the most positive. */
    public List<Duration> offsets() {
        int arms = points / 2;
        return IntStream.rangeClosed(-arms, arms)
                .mapToObj(step -> reach.multipliedBy(step).dividedBy(arms))
                .toList();
    }

    /**
     * The offset of a round.
     *
     * @param round counted from 1
     */
    public Duration offset(int round) {
        int visit = (round - 1) / points;
        List<Duration> order = new ArrayList<>(offsets());
        Collections.shuffle(order, new Random(seed + visit));
        return order.get((round - 1) % points);
    }
}
