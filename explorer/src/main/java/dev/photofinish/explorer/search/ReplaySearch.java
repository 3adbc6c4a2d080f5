package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One schedule that is given; where it ends, straight on. A serial one is run both ways, with one contender begun after the other
 * and with all at their first step, as it is when everything is explored, and counts once. One in which several go at once is up to
 * the database, and run as often as such a pair is sampled.
 */
final class ReplaySearch implements Search {

    private final Deque<Pilot> planned = new ArrayDeque<>();

    /** @param times how often one is run in which several go at once, at least once */
    ReplaySearch(Schedule schedule, List<String> contenders, int times) {
        if (schedule.isSampled()) {
            planned.addAll(Collections.nCopies(Math.max(1, times), pilot(schedule, new Begun.AtOnce())));
            return;
        }
        if (schedule.preemptions() == 0) {
            planned.add(pilot(schedule, new Begun.InTurn(order(schedule, contenders))));
            planned.add(new OtherWay(schedule));
            return;
        }
        planned.add(pilot(schedule, new Begun.AtOnce()));
    }

    @Override
    public Optional<Pilot> next() {
        return Optional.ofNullable(planned.poll());
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

    /** Runs a schedule as it was run. */
    static Pilot pilot(Schedule schedule, Begun begun) {
        return new Replay(schedule, begun);
    }

    /** The contenders in the order in which a serial schedule has them; those of whom no step was seen come last. */
    static List<String> order(Schedule schedule, List<String> contenders) {
        Set<String> order = new LinkedHashSet<>(schedule.turns());
        order.addAll(contenders);
        return List.copyOf(order);
    }

    private record Replay(Schedule schedule, Begun begun) implements Pilot {

        @Override
        public Decision decide(List<Move> soFar, Situation now) {
            return soFar.size() < schedule.turns().size()
                    ? turn(schedule, soFar.size(), now)
                    : new StraightOn().decide(soFar, now);
        }

        @Override
        public Optional<List<String>> serialOrder() {
            return switch (begun) {
                case Begun.AtOnce together -> Optional.empty();
                case Begun.InTurn serially -> Optional.of(serially.order());
            };
        }
    }

    /** With all at their first step; there need not be such an execution, where an application has a lock. */
    private record OtherWay(Schedule schedule) implements Pilot {

        @Override
        public Decision decide(List<Move> soFar, Situation now) {
            Decision decision = pilot(schedule, new Begun.AtOnce()).decide(soFar, now);
            return decision instanceof Decision.Diverged ? new Decision.Prune() : decision;
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
