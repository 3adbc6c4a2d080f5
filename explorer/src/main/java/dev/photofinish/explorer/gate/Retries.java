package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.HashSet;
import java.util.Set;

/**
 * Sees a contender that retries its transaction against a held winner. A driver does so at once and without end, and each retry
 * would be another branch to explore; so it waits until the winner has committed. Guarded by the gatekeeper's lock.
 */
final class Retries {

    private final Set<String> open = new HashSet<>();
    private final Set<String> conflicted = new HashSet<>();

    void letGo(Step step) {
        if (step.command().part() == Part.BEGINS) {
            open.add(step.contender());
            conflicted.remove(step.contender());
        }
    }

    void answered(Step step) {
        if (step.command().part() == Part.COMMITS || step.command().part() == Part.ABORTS) {
            open.remove(step.contender());
        }
    }

    /** The database has aborted the step's transaction, and says that it may be tried again. */
    void conflicted(Step step) {
        open.remove(step.contender());
        conflicted.add(step.contender());
    }

    /** A transaction that it has left open would never end. */
    void finished(String contender) {
        open.remove(contender);
    }

    /** Whether the step tries again what would only fail again. */
    boolean isAt(Step next) {
        return next.command().part() == Part.BEGINS
                && conflicted.contains(next.contender())
                && open.stream().anyMatch(other -> !other.equals(next.contender()));
    }
}
