package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, A randomized scheduler with probabilistic
 * guarantees of finding bugs, ASPLOS 2010): contenders get random priorities, the highest that can go goes, and at d-1 random
 * moves the one about to go falls below all others. A bug of depth d is found by one schedule with a probability of at least
 * 1 / (n · k<sup>d-1</sup>), for n contenders and k moves.
 */
final class PctSampling implements Sampling {

    private final SplittableRandom seeds;
    private final List<String> contenders;
    private final int depth;
    private final int schedules;

    PctSampling(List<String> contenders, Strategy.Pct pct) {
        this.seeds = new SplittableRandom(pct.seed());
        this.contenders = contenders;
        this.depth = pct.depth();
        this.schedules = pct.schedules();
    }

    @Override
    public Pilot pilot(int moves) {
        return new Priorities(seeds.nextLong(), moves);
    }

    @Override
    public Optional<String> guarantee(int moves) {
        double each = 1 / (contenders.size() * Math.pow(moves, depth - 1.0));
        double all = 1 - Math.pow(1 - each, schedules);
        return Optional.of(String.format(
                Locale.ROOT,
                "A violation of depth %s is found by %,d such schedules with a probability of at least %.1f %% (%s"
                        + " contenders, %s moves; Burckhardt et al. 2010).",
                depth,
                schedules,
                100 * all,
                contenders.size(),
                moves));
    }

    /** Draws the same when the execution has to be run again. */
    private final class Priorities implements Pilot {

        private final long seed;
        private final int moves;
        private final Map<String, Integer> priority = new HashMap<>();
        /** What the priority becomes at a move: the lower, the later it was drawn. */
        private final Map<Integer, Integer> changes = new HashMap<>();

        Priorities(long seed, int moves) {
            this.seed = seed;
            this.moves = moves;
        }

        @Override
        public Decision decide(List<Move> soFar, Situation now) {
            if (soFar.isEmpty()) {
                draw();
            }
            Integer change = changes.get(soFar.size());
            if (change != null) {
                priority.put(highest(now), change);
            }
            return Decision.Go.of(highest(now));
        }

        private String highest(Situation now) {
            return now.enabled().stream()
                    .max(Comparator.comparingInt(contender -> priority.getOrDefault(contender, 0)))
                    .orElseThrow();
        }

        private void draw() {
            SplittableRandom random = new SplittableRandom(seed);
            priority.clear();
            changes.clear();
            List<Integer> ranks = random.ints(0, Integer.MAX_VALUE)
                    .distinct()
                    .limit(contenders.size())
                    .boxed()
                    .toList();
            for (int place = 0; place < contenders.size(); place++) {
                priority.put(contenders.get(place), ranks.get(place));
            }
            for (int change = 1; change < depth; change++) {
                changes.put(random.nextInt(moves), -change);
            }
        }
    }
}
