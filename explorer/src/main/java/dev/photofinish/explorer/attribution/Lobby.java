package dev.photofinish.explorer.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may be sending commands: those who run in the application, neither waiting for the gate nor for the database. Guarded by
 * the {@link Attribution} that uses it.
 */
final class Lobby {

    /** After a contender has settled, what comes within this time is taken for something it has sent late. */
    private static final long LATE_NANOS = 50_000_000;

    private final Map<String, Integer> steps = new LinkedHashMap<>();
    private final List<String> running = new ArrayList<>();
    private final Set<String> everybody = new LinkedHashSet<>();
    private Optional<Settled> last = Optional.empty();

    private record Settled(String contender, long atNanos) {}

    void enters(String contender) {
        everybody.add(contender);
        if (!running.contains(contender)) {
            running.add(contender);
        }
    }

    void leaves(String contender, long now) {
        running.remove(contender);
        last = Optional.of(new Settled(contender, now));
    }

    /** In the order in which they first ran. */
    List<String> everybody() {
        return List.copyOf(everybody);
    }

    /** In the order in which they began to run. */
    List<String> running() {
        return List.copyOf(running);
    }

    /** Who may have sent late what nobody can have sent. */
    Optional<String> latecomer(long now) {
        return last.filter(settled -> now - settled.atNanos() < LATE_NANOS).map(Settled::contender);
    }

    void steps(String contender) {
        steps.merge(contender, 1, Integer::sum);
    }

    Habits.Occasion next(String contender) {
        return new Habits.Occasion(contender, steps.getOrDefault(contender, 0) + 1);
    }

    boolean nobodyHasStepped() {
        return steps.isEmpty();
    }
}
