package dev.photofinish.scenarios.race;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.invariants.Looking;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.util.List;

/**
 * Weighs what the contenders were told against what is there afterwards. Expectations and checks speak only when every
 * contender got an answer that means something; an invariant's offenders are evidence whatever else went wrong. A round
 * about which nothing was asked, or in which nothing happened, has no verdict.
 */
final class RoundJudge {

    private final ScenarioFile scenario;
    private final InvariantChecks invariants;
    private final Voices voices;
    private final Presentable shown;
    private final Sight sight;

    /** Who else judges. */
    enum Voices {
        /** Nobody: where they are silent, a round is not good but unjudged. */
        RULES_ALONE,
        /** What the contenders' serial orders give says whether a round was right where no rule does. */
        SERIAL_ORDERS_TOO
    }

    RoundJudge(ScenarioFile scenario, InvariantChecks invariants, LiveSecrets secrets) {
        this(scenario, invariants, secrets, Voices.RULES_ALONE);
    }

    RoundJudge(ScenarioFile scenario, InvariantChecks invariants, LiveSecrets secrets, Voices voices) {
        this.scenario = scenario;
        this.invariants = invariants;
        this.voices = voices;
        this.shown = new Presentable(secrets);
        this.sight = new Sight(scenario, invariants);
    }

    JudgedRound judge(Round round) {
        RoundCase open = new RoundCase(round, scenario, invariants, shown);
        open.failures();
        if (open.everyoneGotAnAnswer()) {
            open.judgeCounts();
            open.judgeChecks();
            open.judgeEndings();
        }
        if (!round.runs().isEmpty()) {
            open.judgeInvariants(looking(open));
            sight.looked(open.sighted());
        }
        if (voices == Voices.RULES_ALONE) {
            open.refuseToHoldUnasked();
        }
        if (scenario.pairs().isEmpty()) { // of a pair nothing is expected but what serial orders give
            open.refuseToHoldUncontested();
        }
        return open.closed();
    }

    /** Which invariants looked at nothing in all rounds so far, a sentence each: they have decided nothing. */
    List<String> blind() {
        return sight.blind();
    }

    private Looking looking(RoundCase open) {
        return (voices == Voices.RULES_ALONE && open.isUnjudged()) || sight.isWanting()
                ? Looking.AND_COUNTING
                : Looking.FOR_OFFENDERS;
    }
}
