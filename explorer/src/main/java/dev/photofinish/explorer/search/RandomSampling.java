package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Before each move, everybody who can go is as likely to. */
final class RandomSampling implements Sampling {

    private final SplittableRandom seeds;

    RandomSampling(long seed) {
        this.seeds = new SplittableRandom(seed);
    }

    @Override
    public Pilot pilot(int moves) {
        return new Coin(seeds.nextLong());
    }

    @Override
    public Optional<String> guarantee(int moves) {
        return Optional.empty();
    }

    /** Throws the same when the execution has to be run again. */
    private static final class Coin implements Pilot {

        private final long seed;
        private SplittableRandom random;

        Coin(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        @Override
        public Decision decide(List<Move> soFar, Situation now) {
            if (soFar.isEmpty()) {
                random = new SplittableRandom(seed);
            }
            List<String> enabled = now.enabled();
            return Decision.Go.of(enabled.get(random.nextInt(enabled.size())));
        }
    }
}
