package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import java.util.List;
import java.util.Optional;

/**
 * A serial order of contenders that cannot come in it if all of them have begun: the first would wait, for a lock in the
 * application, behind one that comes later.
 */
record Serially(List<String> order) implements Pilot {

    Serially {
        order = List.copyOf(order);
    }

    @Override
    public Decision decide(List<Move> soFar, Situation now) {
        for (String contender : order) {
            if (now.enabled().contains(contender)) {
                return Decision.Go.of(contender);
            }
            if (!(now.standings().get(contender) instanceof Standing.Finished)) {
                return new Decision.Diverged("It is the turn of " + contender + ", which cannot go.");
            }
        }
        return new Decision.Diverged("Everybody is over, and somebody goes on.");
    }

    @Override
    public Optional<List<String>> serialOrder() {
        return Optional.of(order);
    }
}
