package dev.photofinish.scenarios.race;

import java.util.Optional;

/**
 * Rounds in which a request that had been let go lost its connection before its answer: a server that a collision kills looks like
 * this, also where something starts it again. For the race's own thread only.
 */
final class CutOffs {

    private int rounds;
    private int first;

    void add(Round round) {
        boolean cutOff = round.runs().stream()
                .flatMap(run -> run.attempts().stream())
                .anyMatch(attempt -> attempt.ending() == Attempt.Ending.CUT_OFF);
        if (cutOff) {
            first = rounds == 0 ? round.number() : first;
            rounds++;
        }
    }

    Optional<String> sentence() {
        return rounds == 0
                ? Optional.empty()
                : Optional.of(
                        "In %,d round%s (first in round %,d) a request lost its connection before its answer: the collision may have killed the server. Look at its log."
                                .formatted(rounds, rounds == 1 ? "" : "s", first));
    }
}
