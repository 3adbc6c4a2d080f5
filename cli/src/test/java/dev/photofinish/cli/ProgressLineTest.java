package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.Tally;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final ProgressLine LINE = new ProgressLine("rapid-invoice-generation", 100);

    @Test
    void saysHowFarHowFastHowLongAndWhatWasSeen() {
        String line = LINE.at(new Tally(20, 12, 8), Duration.ofSeconds(4), 100);

        assertThat(line)
                .isEqualTo(
                        "rapid-invoice-generation [#######...........] 40/100  10.0/s  0:06 left  12 violated  8 inconclusive");
    }

    @Test
    void theBarGivesWayWhereThereIsNoRoom() {
        String line = LINE.at(new Tally(20, 12, 8), Duration.ofSeconds(4), 79);

        assertThat(line).isEqualTo("rapid-invoice-generation 40/100  10.0/s  0:06 left  12 violated  8 inconclusive");
    }

    @Test
    void neverTakesMoreThanTheColumns() {
        assertThat(LINE.at(new Tally(20, 12, 8), Duration.ofSeconds(4), 40)).hasSize(40);
    }

    @Test
    void guessesNothingBeforeTheFirstRoundAndWipesOutWhatWasLonger() {
        assertThat(LINE.at(Tally.NONE, Duration.ofSeconds(4), 80))
                .isEqualTo("rapid-invoice-generation [..............................] 0/100" + " ".repeat(80 - 63));
    }
}
