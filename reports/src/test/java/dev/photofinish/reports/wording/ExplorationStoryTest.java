package dev.photofinish.reports.wording;

import static dev.photofinish.reports.SampleExplorations.covered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.Coverage;
import dev.photofinish.reports.SampleExplorations;
import dev.photofinish.reports.SampleRuns;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplorationStoryTest {

    private static final Map<String, Integer> COMMANDS = Map.of("A", 6, "B", 6);

    @Test
    void completeIsSaidWithWhatItIsCompleteOf() {
        assertThat(story(covered(COMMANDS, 12, 924, 0).complete()).covered())
                .isEqualTo("all 12 interleavings that matter were run, of at most 924: 0 violations");
    }

    @Test
    void notCompleteIsSaidPlainly() {
        assertThat(story(covered(COMMANDS, 5_000, 2_702_400, 0).build()).covered())
                .isEqualTo("explored 5,000 of at most about 2.7 million; not exhaustive: 0 violations");
        assertThat(story(covered(COMMANDS, 0, 924, 0).build()).covered())
                .isEqualTo("no interleaving could be run to its end");
    }

    /** Reckoned from the commands that were seen, it would be as many as were run, and yet not all. */
    @Test
    void howManyThereAreAtMostIsNotSaidWhereMoreWereTried() {
        assertThat(story(covered(COMMANDS, 2, 2, 0).build()).covered())
                .isEqualTo("explored 2; not exhaustive: 0 violations");
        assertThat(story(covered(COMMANDS, 2, 2, 0).build()).outOf()).isEqualTo("–");
    }

    @Test
    void completeWithinABoundNamesTheBound() {
        Coverage bound = new Coverage(
                COMMANDS, 8, 0, 0, 0, 3, Optional.empty(), true, Optional.of(2), 0, 0, 0, Optional.empty());

        assertThat(story(bound).covered())
                .isEqualTo("all 8 interleavings that matter with at most 2 preemptions were run: 3 violations");
    }

    @Test
    void commandsThatWereNeverReleasedTogetherAreNotCalledClean() {
        assertThat(story(covered(COMMANDS, 2, 2, 0).together(1, 0)).summary())
                .anyMatch(
                        line -> line.contains("not atomic towards each other: never released together. --together 20"))
                .anyMatch(line -> line.contains("none with commands at once; not exhaustive"));
        assertThat(story(covered(COMMANDS, 2, 2, 0).together(1, 20)).together())
                .hasValue("1 pair of commands that are not atomic towards each other released together in 20 runs: "
                        + "sampled, not enumerated");
        assertThat(story(covered(COMMANDS, 2, 2, 0).complete()).together()).isEmpty();
    }

    @Test
    void schedulesAreExactWhileTheyAreFew() {
        assertThat(Figures.many(BigInteger.valueOf(999_999))).isEqualTo("999,999");
        assertThat(Figures.many(BigInteger.valueOf(2_702_400))).isEqualTo("about 2.7 million");
        assertThat(Figures.many(BigInteger.valueOf(3_100_000_000L))).isEqualTo("about 3.1 billion");
        assertThat(Figures.many(BigInteger.TEN.pow(23))).isEqualTo("about 10^23");
        assertThat(Figures.manyBriefly(BigInteger.valueOf(2_702_400))).isEqualTo("~2.7 M");
    }

    @Test
    void ordinalsAreWrittenAsTheyAreSpoken() {
        assertThat(List.of(1L, 2L, 3L, 4L, 11L, 12L, 13L, 21L, 102L, 111L))
                .extracting(Figures::ordinal)
                .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th");
    }

    private static ExplorationStory story(Coverage coverage) {
        return new ExplorationStory(SampleExplorations.stock(SampleRuns.RIGHT, coverage, List.of()));
    }
}
