package dev.photofinish.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.SampleContests;
import dev.photofinish.reports.SampleRuns;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final ContestReport HELD = SampleContests.stock(SampleRuns.RIGHT, new Tally(300, 0, 0), List.of());
    private static final ContestReport UNJUDGED = SampleContests.stock(SampleRuns.RIGHT, new Tally(0, 0, 5), List.of());

    @Test
    void findsForEveryDeploymentAndForTheData() {
        Headline headline = Headline.of(SampleRuns.demo());

        assertThat(headline.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(headline.sentence()).isEqualTo("3 of 8 races broke a rule.");
        assertThat(headline.findings())
                .extracting(Headline.Finding::subject, Headline.Finding::verdict, Headline.Finding::sentence)
                .containsExactly(
                        tuple("racy code", Verdict.VIOLATED, "3 of 4 scenarios violated, 1 inconclusive"),
                        tuple("right code", Verdict.INCONCLUSIVE, "1 of 4 scenarios inconclusive, 3 held"),
                        tuple(
                                "all data",
                                Verdict.VIOLATED,
                                "1 of 4 invariants violated, 1 inconclusive, 2 held, 1 without data"));
    }

    @Test
    void boundsWhatHeldByTheRoundsThatWereJudged() {
        Headline headline = Headline.of(SampleRuns.run("", List.of(HELD), List.of()));

        assertThat(headline.sentence()).isEqualTo("No rule was broken in 300 judged rounds.");
        assertThat(headline.findings()).extracting(Headline.Finding::sentence).containsExactly("1 scenario held");
    }

    @Test
    void inconclusiveIsNotHeld() {
        assertThat(Headline.of(SampleRuns.run("", List.of(HELD, UNJUDGED), List.of()))
                        .sentence())
                .isEqualTo("No violation was seen, but not everything could be judged.");
        assertThat(Headline.of(SampleRuns.run("", List.of(UNJUDGED), List.of())).sentence())
                .isEqualTo("Nothing could be judged.");
    }

    @Test
    void dataAtRestHaveTheirOwnWords() {
        InvariantReport held = new InvariantReport("n", "t", "orders", 12_345, 0, 0, List.of(), "");

        assertThat(Headline.of(SampleRuns.verify()).sentence()).isEqualTo("The data break 1 of 4 invariants.");
        assertThat(Headline.of(SampleRuns.run("", List.of(), List.of(held))).sentence())
                .isEqualTo("No invariant was found broken in 12,345 documents looked at.");
    }
}
