package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Tally;

/** Is told how a race goes on, on the race's own thread. */
@FunctionalInterface
public interface RoundListener {

    /** A round has been judged; the tally includes it. */
    void judged(Tally soFar);
}
