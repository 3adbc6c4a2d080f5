package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges by the rules first, while the data are still those of the schedule, then by the serial oracle, unless the rules can say
 * nothing: an oracle could not either.
 */
public final class JoinedJudge<R> implements Judge<R> {

    private final Judge<R> rules;
    private final Judge<R> oracle;

    public JoinedJudge(Judge<R> rules, Judge<R> oracle) {
        this.rules = rules;
        this.oracle = oracle;
    }

    @Override
    public Judgement judge(List<Turn> turns, R result) throws InterruptedException {
        Judgement byRules = rules.judge(turns, result);
        if (byRules.inconclusive().isPresent()) {
            return byRules;
        }
        Judgement byOracle = oracle.judge(turns, result);
        List<Finding> findings = Stream.concat(byRules.findings().stream(), byOracle.findings().stream())
                .toList();
        return new Judgement(findings, byOracle.inconclusive());
    }
}
