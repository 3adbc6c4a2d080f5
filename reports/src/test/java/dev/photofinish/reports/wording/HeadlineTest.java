package dev.photofinish.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.SampleContests;
import dev.photofinish.reports.SampleDiscoveries;
import dev.photofinish.reports.SampleExplorations;
import dev.photofinish.reports.SampleRuns;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(headline.findings())
                .extracting(Headline.Finding::sentence)
                .containsExactly("1 scenario held in 300 judged rounds");
    }

    @Test
    void inconclusiveIsNotHeld() {
        assertThat(Headline.of(SampleRuns.run("", List.of(HELD, UNJUDGED), List.of()))
                        .sentence())
                .isEqualTo("No violation was seen, but not everything could be judged.");
        assertThat(Headline.of(SampleRuns.run("", List.of(UNJUDGED), List.of())).sentence())
                .isEqualTo("Nothing could be judged.");
    }

    // code that is racy on purpose

    private static final DeploymentInfo EXPLORED =
            new DeploymentInfo("racy code", "http://127.0.0.1:40001", Optional.empty(), Optional.of(Verdict.VIOLATED));

    private static final ContestReport RACED =
            SampleContests.stock(SampleExplorations.ON_PURPOSE, new Tally(43, 57, 0), List.of());

    @Test
    void racyCodeIsMeantToBreakHoweverItWasTried() {
        RunReport both = both(
                List.of(RACED, HELD),
                List.of(explored(EXPLORED, SampleDiscoveries.oversell()), explored(SampleRuns.RIGHT)));
        RunReport two = SampleRuns.run(
                "",
                List.of(
                        RACED,
                        SampleContests.orders(SampleExplorations.ON_PURPOSE, new Tally(2, 98, 0), List.of()),
                        HELD),
                List.of());

        assertThat(Headline.of(both).verdict()).isEqualTo(Verdict.HELD);
        assertThat(Headline.of(both).sentence())
                .isEqualTo("The racy code broke, as it is meant to. The right code held.");
        assertThat(Headline.of(both).findings())
                .extracting(Headline.Finding::sentence)
                .containsExactly(
                        "1 scenario violated, as it is meant to be",
                        "1 scenario held in 300 judged rounds",
                        "1 scenario violated, as it is meant to be",
                        "1 scenario held in 2 interleavings");
        assertThat(Headline.of(two).sentence())
                .isEqualTo("The racy code broke in all 2 scenarios, as it is meant to. The right code held.");
    }

    @Test
    void racyCodeThatDidNotBreakEachTimeHasNotShownAll() {
        RunReport some = both(List.of(RACED, HELD), List.of(explored(EXPLORED)));
        RunReport none = both(List.of(HELD), List.of(explored(EXPLORED)));

        assertThat(Headline.of(some).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Headline.of(some).sentence())
                .isEqualTo("The racy code broke in 1 of 2 tries, and is meant to in each. The right code held.");
        assertThat(Headline.of(none).sentence())
                .isEqualTo("The racy code is meant to break, and did not. The right code held.");
    }

    @Test
    void whatIsWrongWithOtherCodeComesFirst() {
        ContestReport broken = SampleContests.stock(SampleRuns.RIGHT, new Tally(299, 1, 0), List.of());

        assertThat(Headline.of(SampleRuns.run("", List.of(RACED, broken), List.of()))
                        .sentence())
                .isEqualTo("1 of 1 race broke a rule on the right code. The racy code broke, as it is meant to.");
        assertThat(Headline.of(SampleRuns.run("", List.of(RACED, UNJUDGED), List.of()))
                        .sentence())
                .isEqualTo("The racy code broke, as it is meant to. Nothing could be judged on the right code.");
    }

    private static RunReport both(List<ContestReport> contests, List<ExplorationReport> explorations) {
        return SampleExplorations.run(contests, explorations, List.of());
    }

    private static ExplorationReport explored(DeploymentInfo deployment, Discovery... discoveries) {
        return SampleExplorations.stock(
                deployment,
                SampleExplorations.covered(Map.of("A", 2, "B", 2), 2, 6, discoveries.length)
                        .complete(),
                List.of(discoveries));
    }

    @Test
    void dataAtRestHaveTheirOwnWords() {
        InvariantReport held = new InvariantReport("n", "t", "orders", 12_345, 0, 0, List.of(), "");

        assertThat(Headline.of(SampleRuns.verify()).sentence()).isEqualTo("The data break 1 of 4 invariants.");
        assertThat(Headline.of(SampleRuns.run("", List.of(), List.of(held))).sentence())
                .isEqualTo("No invariant was found broken in 12,345 documents looked at.");
    }
}
