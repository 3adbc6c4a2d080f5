package dev.photofinish.scenarios.race;

import dev.photofinish.scenarios.expression.Judgement;
import dev.photofinish.scenarios.invariants.AlreadyBroken;
import dev.photofinish.scenarios.template.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happened in one round, before anyone judges it.
 *
 * @param number counted from 1
 * @param offset of the second contender's release after the first's
 * @param history when each operation was let go and when it ended, in the order of time
 * @param scope every value of the round, as far as it came
 * @param obstacle why the round did not get to its end
 * @param already what broke rules before its contenders began
 */
record Round(
        int number,
        Duration offset,
        Scope scope,
        List<ContenderRun> runs,
        List<Event> history,
        List<Checked> checks,
        Optional<String> obstacle,
        AlreadyBroken already) {

    /** A round before which nothing was broken. */
    Round(
            int number,
            Duration offset,
            Scope scope,
            List<ContenderRun> runs,
            List<Event> history,
            List<Checked> checks,
            Optional<String> obstacle) {
        this(number, offset, scope, runs, history, checks, obstacle, AlreadyBroken.NOTHING);
    }

    /**
     * A check of a step after the contest.
     *
     * @param seen the values that it looked at, as JSON
     */
    record Checked(String expression, Judgement judgement, String seen) {}
}
