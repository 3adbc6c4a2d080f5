package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Steersman;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A steersman at work, until it names nobody or fails. A failure is kept for the scheduler's thread: the others only bring news.
 * Guarded by the gatekeeper's lock.
 */
final class Helm {

    private final Steersman steersman;
    private boolean left;
    private boolean doubted;
    private Optional<Throwable> failure = Optional.empty();

    Helm(Steersman steersman) {
        this.steersman = steersman;
    }

    /** Nobody steers. */
    static Helm left() {
        Helm helm = new Helm(Steersman.NOBODY);
        helm.left = true;
        return helm;
    }

    /**
     * Whether there is nothing more to say.
     *
     * @throws RuntimeException or an error, with which the steersman failed
     */
    boolean isLeft() {
        failure.ifPresent(Helm::fail);
        return left;
    }

    /**
     * Who goes next.
     *
     * @param settled where everybody stands
     * @param letGo lets them go
     * @return what proceeds; nothing if nobody steers any more
     */
    List<Passage> next(Supplier<Situation> settled, Function<Set<String>, List<Passage>> letGo) {
        if (left || failure.isPresent()) {
            return List.of();
        }
        try {
            Set<String> going = steersman.next(settled.get());
            left = going.isEmpty();
            doubted = false;
            return left ? List.of() : letGo.apply(going);
        } catch (RuntimeException | Error problem) {
            failure = Optional.of(problem);
            return List.of();
        }
    }

    private static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** Whether a situation in which nobody can go on has yet to be looked at once more. */
    boolean doubts() {
        boolean first = !doubted;
        doubted = true;
        return first;
    }
}
