package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.Requests;
import dev.photofinish.explorer.oracle.SerialOracle;
import dev.photofinish.explorer.oracle.SerialRuns;
import dev.photofinish.explorer.oracle.Uncompared;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.race.EndedRound;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges schedules by the scenario's rules and by the serial orders of its contenders: when which of the two may be asked, and what
 * becomes of the data meanwhile, is the {@link Aftermath}'s. For the explorer's thread.
 */
final class Verdicts {

    private final SerialRuns<EndedRound> serial;
    private final FailingTogether rules;
    private final Judge<EndedRound> oracle;

    private Verdicts(SerialRuns<EndedRound> serial, FailingTogether rules, Judge<EndedRound> oracle) {
        this.serial = serial;
        this.rules = rules;
        this.oracle = oracle;
    }

    /**
     * Runs the contenders one after the other first.
     *
     * @param database the name of that which the invariants look at
     * @throws CannotBegin if that comes to no end
     */
    static Verdicts of(
            ScenarioFile scenario, Deployment deployment, ScenarioContest contest, Ground ground, String database)
            throws CannotBegin, InterruptedException {
        SystemFile system = deployment.system();
        Masking masking = Masking.of(deployment.secrets());
        Requests each = requests(scenario, ground);
        Requests requests = each.areFew() ? each : Requests.oneEach(contest.contenders());
        RoundObserver observer = new RoundObserver(
                ground.snapshots(),
                contest::contested,
                each.areFew() ? RoundObserver.Heard.EVERY_ANSWER : RoundObserver.Heard.LAST_ANSWER);
        ScenarioJudge rules = new ScenarioJudge(database, masking);
        SerialRuns<EndedRound> serial = new SerialRuns<>(contest, observer, rules, requests);
        serial.runAhead();
        Finding.Weight weight = scenario.serial() ? Finding.Weight.VIOLATION : Finding.Weight.NOTICE;
        SerialOracle<EndedRound> oracle = new SerialOracle<>(serial, weight, masking, uncompared(scenario, system));
        FailingTogether failing = new FailingTogether(
                rules,
                scenario.failures().orElse(system.failures()),
                serial::failing,
                new Endurance(contest::strains),
                contest::isOneAfterTheOther);
        return new Verdicts(serial, failing, oracle);
    }

    private static Uncompared uncompared(ScenarioFile scenario, SystemFile system) {
        return Uncompared.of(Stream.concat(system.uncompared().stream(), scenario.uncompared().stream())
                .collect(Collectors.toSet()));
    }

    private static Requests requests(ScenarioFile scenario, Ground ground) {
        Map<String, Integer> sent = scenario.contenders().stream()
                .collect(Collectors.toMap(
                        Contender::name, contender -> contender.steps().size()));
        return Requests.of(sent, contender -> ground.round().answered(contender));
    }

    /** By what the scenario demands, which asks the database: as long as the data are those of the round. */
    Judgement byTheRules(List<Turn> turns, EndedRound round) throws InterruptedException {
        return rules.judge(turns, round);
    }

    /** By what the serial orders give, from what was read. What came of a request that failed nobody can compare. */
    Judgement bySerialOrders(List<Turn> turns, EndedRound round) throws InterruptedException {
        return rules.isAbout(round) ? Judgement.HELD : oracle.judge(turns, round);
    }

    /** The rules that are broken with one contender after the other, too. */
    Set<String> wrongAnyway() {
        return serial.brokenRules();
    }
}
