package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.oracle.JoinedJudge;
import dev.photofinish.explorer.oracle.SerialOracle;
import dev.photofinish.explorer.oracle.SerialRuns;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.scenarios.race.EndedRound;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.Set;

/** Judges schedules by the scenario's rules and by the serial orders of its contenders. */
final class Verdicts {

    private final SerialRuns<EndedRound> serial;
    private final Judge<EndedRound> judge;

    private Verdicts(SerialRuns<EndedRound> serial, Judge<EndedRound> judge) {
        this.serial = serial;
        this.judge = judge;
    }

    /**
     * Runs the contenders one after the other first.
     *
     * @throws CannotBegin if that comes to no end
     */
    static Verdicts of(ScenarioFile scenario, SystemFile system, ScenarioContest contest, Ground ground)
            throws CannotBegin, InterruptedException {
        RoundObserver observer = new RoundObserver(ground.snapshots(), contest::written);
        ScenarioJudge rules = new ScenarioJudge();
        int contenders = scenario.contenders().size();
        // what a scenario expects, it expects of all its contenders
        Judge<EndedRound> rulesForAll =
                (turns, round) -> round.parts().size() == contenders ? rules.judge(turns, round) : Judgement.HELD;
        SerialRuns<EndedRound> serial = new SerialRuns<>(contest, observer, rulesForAll);
        serial.runAhead();
        Finding.Weight weight = scenario.serial() ? Finding.Weight.VIOLATION : Finding.Weight.NOTICE;
        SerialOracle<EndedRound> oracle = new SerialOracle<>(serial, weight, ScenarioContest.masking(system));
        return new Verdicts(serial, new JoinedJudge<>(rules, oracle));
    }

    Judge<EndedRound> judge() {
        return judge;
    }

    /** The rules that are broken with one contender after the other, too. */
    Set<String> wrongAnyway() {
        return serial.brokenRules();
    }
}
