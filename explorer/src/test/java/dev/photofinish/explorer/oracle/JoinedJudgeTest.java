package dev.photofinish.explorer.oracle;

import static dev.photofinish.explorer.oracle.Ledgers.DEPOSITS;
import static dev.photofinish.explorer.oracle.Ledgers.runs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedJudgeTest {

    @Test
    void rulesAreAskedBeforeTheOracle() throws InterruptedException {
        Finding broken = new Finding("balance-kept", Finding.Weight.VIOLATION, "110 is not 130");
        SerialOracle<Result> oracle = new SerialOracle<>(runs(DEPOSITS), Finding.Weight.NOTICE, Masking.BY_NAME);

        Judgement both = new JoinedJudge<Result>((turns, result) -> Judgement.of(List.of(broken)), oracle)
                .judge(List.of(), DEPOSITS.run("A B A B"));
        Judgement unknown = new JoinedJudge<Result>(
                        (turns, result) -> new Judgement(List.of(), Optional.of("B timed out")), oracle)
                .judge(List.of(), DEPOSITS.run("A B A B"));

        assertThat(both.findings()).extracting(Finding::rule).containsExactly("balance-kept", "serializable");
        assertThat(unknown.findings()).isEmpty();
        assertThat(unknown.inconclusive()).contains("B timed out");
    }
}
