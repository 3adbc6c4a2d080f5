package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.reports.Evidence;
import dev.photofinish.scenarios.race.EndedRound;
import java.util.List;

/** Judges a schedule as a race judges a round: by the scenario's expectations, its checks and its invariants. */
final class ScenarioJudge implements Judge<EndedRound> {

    @Override
    public Judgement judge(List<Turn> turns, EndedRound round) {
        EndedRound.Weighed weighed = round.weigh();
        List<Finding> findings =
                weighed.evidence().stream().map(ScenarioJudge::finding).toList();
        return new Judgement(findings, weighed.causes().stream().findFirst());
    }

    private static Finding finding(Evidence evidence) {
        String detail = evidence.detail().isEmpty() ? "" : "\n" + evidence.detail();
        return new Finding(evidence.rule(), Finding.Weight.VIOLATION, evidence.explanation() + detail);
    }
}
