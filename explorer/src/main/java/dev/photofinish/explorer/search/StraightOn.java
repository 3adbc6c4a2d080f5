package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import java.util.List;
import java.util.Set;

/** The way of least preemption: whoever moved last goes on, and when it cannot, the first that can. */
final class StraightOn implements Pilot {

    @Override
    public Decision decide(List<Move> soFar, Situation now) {
        return avoiding(Set.of(), soFar, now);
    }

    /** The same, but never one of the given contenders; if there is nobody else, the execution is broken off. */
    static Decision avoiding(Set<String> asleep, List<Move> soFar, Situation now) {
        List<String> awake = now.enabled().stream()
                .filter(contender -> !asleep.contains(contender))
                .toList();
        if (awake.isEmpty()) {
            return new Decision.Prune();
        }
        String last = soFar.isEmpty() ? "" : soFar.getLast().contenders().getFirst();
        return Decision.Go.of(awake.contains(last) ? last : awake.getFirst());
    }
}
