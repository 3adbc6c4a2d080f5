package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees contenders that only repeat themselves: a lock kept in the database shows as the same few commands with the same answers,
 * again and again, while its holder is held or has gone without freeing it.
 *
 * <pre>
 *   find lock → it is there   insert lock → E11000   find lock → it is there   insert lock → E11000   find lock …
 *   └──────────── one round ────────────┘            └──────────────── another ────────────────┘
 * </pre>
 *
 * A change by somebody else may end that, so it begins anew. Guarded by the gatekeeper's lock.
 */
final class Spin {

    private final Map<String, Trail> trails = new HashMap<>();

    void answered(Step step, Answer answer, long now) {
        boolean changes = mayHaveChanged(step.command(), answer);
        if (changes) {
            trails.keySet().retainAll(Set.of(step.contender()));
        }
        trails.computeIfAbsent(step.contender(), unseen -> new Trail())
                .add(new Trail.Deed(step.command(), answer, changes), now);
    }

    /** The loop that the step would go on with, if it is the beginning of one round too many. */
    Optional<Loop> at(Step next) {
        return Optional.ofNullable(trails.get(next.contender())).flatMap(trail -> trail.loopBefore(next.command()));
    }

    private static boolean mayHaveChanged(Command command, Answer answer) {
        return switch (answer.effect()) {
            case CHANGED, ADDED, UNKNOWN -> true;
            case READ, CHANGED_NOTHING, REWROTE, FAILED -> command.part() == Part.COMMITS;
        };
    }
}
