package dev.photofinish.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.SampleContests;
import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.html.SweepChart.Level;
import dev.photofinish.reports.html.SweepChart.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepChartTest {

    @Test
    void drawsEveryOffsetWithItsInterval() {
        SweepChart chart = chart(SampleContests.sweep());

        assertThat(chart.points()).hasSize(21).allSatisfy(point -> {
            assertThat(point.high()).isLessThanOrEqualTo(point.y());
            assertThat(point.low()).isGreaterThanOrEqualTo(point.y());
            assertThat(point.high()).isGreaterThanOrEqualTo(SweepChart.TOP);
            assertThat(point.low()).isLessThanOrEqualTo(SweepChart.BOTTOM);
        });
        assertThat(chart.points())
                .extracting(Point::x)
                .isSorted()
                .startsWith(12.0)
                .endsWith(96.0);
        assertThat(chart.points().get(10).label()).startsWith("0: 48 of 50 (");
        assertThat(chart.summary())
                .isEqualTo("Violations were seen from -3.0 ms to +3.0 ms; most often at 0, in 48 of 50 rounds.");
    }

    @Test
    void scalesToTheHighestInterval() {
        List<SweepPoint> rare = List.of(
                new SweepPoint(-500, new Tally(1_000, 0, 0)),
                new SweepPoint(0, new Tally(990, 10, 0)),
                new SweepPoint(500, new Tally(1_000, 0, 0)));

        assertThat(chart(rare).levels()).extracting(Level::label).containsExactly("0 %", "1 %", "2 %");
        assertThat(chart(SampleContests.sweep()).levels())
                .extracting(Level::label)
                .containsExactly("0 %", "50 %", "100 %");
    }

    @Test
    void leavesOutOffsetsThatCouldNotBeJudgedAndCountsThem() {
        List<SweepPoint> sweep =
                List.of(new SweepPoint(0, new Tally(10, 0, 0)), new SweepPoint(500, new Tally(0, 0, 10)));

        SweepChart chart = chart(sweep);

        assertThat(chart.points()).hasSize(1);
        assertThat(chart.unjudged()).isEqualTo(1);
        assertThat(chart.summary()).isEqualTo("No violation was seen at any offset.");
    }

    @Test
    void isNoChartWithoutAJudgedRound() {
        assertThat(SweepChart.of(List.of(new SweepPoint(0, new Tally(0, 0, 10)))))
                .isEmpty();
    }

    private static SweepChart chart(List<SweepPoint> sweep) {
        return SweepChart.of(sweep).orElseThrow();
    }
}
