package dev.photofinish.explorer.search;

import dev.photofinish.explorer.schedule.Schedule;

/** Which schedules of a contest are run. */
public sealed interface Strategy {

    /** As it is called on a command line. */
    String name();

    /** Every schedule. */
    record Exhaustive() implements Strategy {
        @Override
        public String name() {
            return "exhaustive";
        }
    }

    /** One schedule of each class of equivalent ones; every schedule if there is a bound on preemptions. */
    record Reduced() implements Strategy {
        @Override
        public String name() {
            return "reduced";
        }
    }

    /**
     * Random priorities with a few random changes.
     *
     * @param depth the violations aimed at: those that need so many ordering constraints, at least 1
     */
    record Pct(long seed, int depth, int schedules) implements Strategy {
        @Override
        public String name() {
            return "pct";
        }
    }

    /** Before each step, everybody who can go is as likely to. */
    record Random(long seed, int schedules) implements Strategy {
        @Override
        public String name() {
            return "random";
        }
    }

    /** This one schedule. */
    record Replay(Schedule schedule) implements Strategy {
        @Override
        public String name() {
            return "replay";
        }
    }
}
