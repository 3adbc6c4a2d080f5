package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.wire.Bystanders;
import dev.photofinish.explorer.wire.Ignore;
import dev.photofinish.explorer.wire.WireContest;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.Written;
import dev.photofinish.scenarios.race.EndedRound;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scenario file as the explorer sees it: all steps of a contender are its program, whatever the file's rendezvous. */
final class ScenarioContest implements Contest<EndedRound> {

    private final WireContest<EndedRound> contest;

    private ScenarioContest(WireContest<EndedRound> contest) {
        this.contest = contest;
    }

    static ScenarioContest of(ScenarioFile scenario, SystemFile system, WireGate gate, Ground ground) {
        Map<String, Callable<?>> programs = new LinkedHashMap<>();
        for (Contender contender : scenario.contenders()) {
            programs.put(contender.name(), () -> {
                ground.round().run(contender.name());
                return contender.name();
            });
        }
        return new ScenarioContest(new WireContest<>(
                gate,
                programs,
                ground,
                () -> ground.round().end(),
                ignored(scenario, system),
                masking(system),
                Patience.DEFAULT));
    }

    @Override
    public List<String> contenders() {
        return contest.contenders();
    }

    @Override
    public Execution<EndedRound> begin(List<String> participants) throws CannotBegin, InterruptedException {
        return contest.begin(participants);
    }

    /** What the gate saw written, by whomever, in all executions so far. */
    Written written() {
        return contest.written();
    }

    static Masking masking(SystemFile system) {
        return Masking.of(Set.copyOf(system.secrets().values()));
    }

    Bystanders bystanders() {
        return contest.bystanders();
    }

    private static Set<Ignore> ignored(ScenarioFile scenario, SystemFile system) {
        return Stream.concat(system.ignore().stream(), scenario.ignore().stream())
                .map(ignore -> new Ignore(ignore.collection(), ignore.command(), Set.copyOf(ignore.filterHas())))
                .collect(Collectors.toSet());
    }
}
