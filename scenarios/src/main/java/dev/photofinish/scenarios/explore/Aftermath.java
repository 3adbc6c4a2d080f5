package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.data.Contents;
import dev.photofinish.explorer.data.Written;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.oracle.JoinedJudge;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.scenarios.race.EndedRound;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What is done when an execution is over, and in which order: who reads the data, who judges, and from when on they are put back.
 * The judges themselves only judge.
 *
 * <pre>
 *   explorer's thread       over ─▶ rules ask the database ─▶ has somebody else written? ─▶ oracle compares ─▶ next execution
 *                             │                                     ▲           │                               ▲
 *   photofinish-snapshot      └─▶ reads what was written ───────────┘           │                               │
 *   photofinish-put-back                                                        └─▶ puts it back ───────────────┘
 * </pre>
 *
 * Nothing is put back before the rules have been asked and all has been read; what the oracle compares is what was read. For the
 * explorer's thread.
 */
final class Aftermath implements Judge<EndedRound> {

    private final ScenarioContest contest;
    private final Ground ground;
    private final Verdicts verdicts;
    private final Judge<EndedRound> joined;

    Aftermath(ScenarioContest contest, Ground ground, Verdicts verdicts) {
        this.contest = contest;
        this.ground = ground;
        this.verdicts = verdicts;
        this.joined = new JoinedJudge<>(this::whileTheDataAreThere, verdicts::bySerialOrders);
    }

    @Override
    public Judgement judge(List<Turn> turns, EndedRound round) throws InterruptedException {
        return joined.judge(turns, round);
    }

    private Judgement whileTheDataAreThere(List<Turn> turns, EndedRound round) throws InterruptedException {
        Written written = contest.written();
        Callable<Contents> seen = ground.snapshots().lookAhead(written.collections());
        Judgement byTheRules = verdicts.byTheRules(turns, round);
        Optional<String> strangers = ground.strangers(seen);
        ground.putBackAhead(seen, written);
        return strangers.isEmpty() ? byTheRules : new Judgement(List.of(), strangers);
    }
}
