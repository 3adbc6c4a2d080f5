package dev.photofinish.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.schedule.Interleavings;
import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.HappensBefore;
import dev.photofinish.explorer.step.HappensBefore.Relation;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checked against going through all schedules. */
class FewestSwitchesProperties {

    @Property(tries = 300)
    void noEquivalentScheduleHasFewer(@ForAll("executions") List<Move> moves) {
        List<Step> steps = steps(moves);
        HappensBefore order = HappensBefore.of(steps, Relation.BY_RESOURCES);

        Schedule found = new Schedule(FewestSwitches.of(order));

        int fewest = Interleavings.of(counts(steps))
                .byPreemptions()
                .filter(schedule -> equivalent(order, schedule))
                .mapToInt(Schedule::switches)
                .min()
                .orElseThrow();
        assertThat(equivalent(order, found)).isTrue();
        assertThat(found.switches()).isEqualTo(fewest);
    }

    @Provide
    Arbitrary<List<Move>> executions() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C"), Arbitraries.of("x", "y", "z"), Arbitraries.of(Mode.class))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    record Move(String contender, String namespace, Mode mode) {}

    private static List<Step> steps(List<Move> moves) {
        Map<String, Integer> taken = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Move move : moves) {
            Access access = new Access(move.namespace(), move.mode(), Keys.UNKNOWN, Grain.ATOMIC);
            steps.add(new Step(
                    move.contender(),
                    taken.merge(move.contender(), 1, Integer::sum),
                    new Command("c", "c", "c", List.of(access), Part.NONE)));
        }
        return steps;
    }

    private static Map<String, Integer> counts(List<Step> steps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.forEach(step -> counts.merge(step.contender(), 1, Integer::sum));
        return counts;
    }

    /** Whether the schedule keeps every pair of steps in order that had a reason to be. */
    private static boolean equivalent(HappensBefore order, Schedule schedule) {
        List<Step> steps = order.steps();
        Map<String, Integer> taken = new HashMap<>();
        Map<Integer, Integer> place = new HashMap<>();
        for (int turn = 0; turn < schedule.turns().size(); turn++) {
            String contender = schedule.turns().get(turn);
            int index = taken.merge(contender, 1, Integer::sum);
            for (int position = 0; position < steps.size(); position++) {
                if (steps.get(position).contender().equals(contender)
                        && steps.get(position).index() == index) {
                    place.put(position, turn);
                }
            }
        }
        for (int later = 0; later < steps.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (order.between(earlier, later) && place.getOrDefault(earlier, -1) > place.getOrDefault(later, -1)) {
                    return false;
                }
            }
        }
        return true;
    }
}
