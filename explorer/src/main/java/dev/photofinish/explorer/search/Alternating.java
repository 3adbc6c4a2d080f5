package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import java.util.List;

/** Everybody in turn, a step each: what meets out of sight, in the application's memory, meets here. */
record Alternating(List<String> order) implements Pilot {

    @Override
    public Decision decide(List<Move> soFar, Situation now) {
        List<String> enabled = now.enabled();
        int last = soFar.isEmpty()
                ? -1
                : order.indexOf(soFar.getLast().contenders().getFirst());
        for (int place = 1; place <= order.size(); place++) {
            String next = order.get((last + place) % order.size());
            if (enabled.contains(next)) {
                return Decision.Go.of(next);
            }
        }
        return Decision.Go.of(enabled.getFirst());
    }
}
