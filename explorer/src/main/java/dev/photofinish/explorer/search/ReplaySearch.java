package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.schedule.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One schedule that is given; where it ends, straight on. */
final class ReplaySearch implements Search {

    private final Schedule schedule;
    private boolean planned;

    ReplaySearch(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Optional<Pilot> next() {
        if (planned) {
            return Optional.empty();
        }
        planned = true;
        return Optional.of(pilot(schedule));
    }

    @Override
    public void flown(Pilot pilot, List<Move> moves) {}

    @Override
    public boolean serialOrdersAreLeft() {
        return false;
    }

    @Override
    public boolean coversAll() {
        return false;
    }

    static Pilot pilot(Schedule schedule) {
        return new Replay(schedule);
    }

    private record Replay(Schedule schedule) implements Pilot {

        @Override
        public Decision decide(List<Move> soFar, Situation now) {
            return soFar.size() < schedule.turns().size()
                    ? turn(schedule, soFar.size(), now)
                    : new StraightOn().decide(soFar, now);
        }

        @Override
        public Optional<List<String>> serialOrder() {
            return schedule.preemptions() == 0
                    ? Optional.of(schedule.turns().stream().distinct().toList())
                    : Optional.empty();
        }
    }

    private static Decision turn(Schedule schedule, int made, Situation now) {
        List<String> contenders = Arrays.asList(schedule.turns().get(made).split("\\+"));
        for (String contender : contenders) {
            if (!now.enabled().contains(contender)) {
                return new Decision.Diverged("Turn " + (made + 1) + " of the schedule is "
                        + schedule.turns().get(made) + "'s, but " + contender + " cannot go there; those who can: "
                        + String.join(", ", now.enabled()) + ".");
            }
        }
        return new Decision.Go(contenders);
    }
}
