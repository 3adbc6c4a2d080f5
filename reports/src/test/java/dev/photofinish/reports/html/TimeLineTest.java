package dev.photofinish.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Outcome;
import dev.photofinish.reports.SampleWitnesses;
import dev.photofinish.reports.html.Axis.Tick;
import dev.photofinish.reports.html.TimeLine.Bar;
import dev.photofinish.reports.html.TimeLine.Track;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimeLineTest {

    private static final Offset<Double> ROUNDING = offset(0.02);

    @Test
    void barsRunFromReleaseThroughFirstByteToLastByte() {
        TimeLine timeLine = TimeLine.of(List.of(lane("A", 0, 500, 750), lane("B", 10, 900, 1_000)));

        Bar a = bar(timeLine, 0);
        Bar b = bar(timeLine, 1);
        assertThat(a.start()).isEqualTo(1.5);
        assertThat(a.firstByte()).isEqualTo(47.75);
        assertThat(b.end()).isEqualTo(94);
        assertThat(a.waiting()).isEqualTo(a.firstByte() - a.start(), ROUNDING);
        assertThat(a.receiving()).isEqualTo(a.end() - a.firstByte(), ROUNDING);
        assertThat(b.start()).isGreaterThan(a.start());
    }

    @Test
    void numbersContendersInTheOrderOfTheirAnswers() {
        TimeLine timeLine = TimeLine.of(SampleWitnesses.manyInvoices().lanes());

        assertThat(timeLine.tracks())
                .extracting(track -> track.bars().getLast().place())
                .containsExactly(
                        OptionalInt.of(2),
                        OptionalInt.of(1),
                        OptionalInt.of(3),
                        OptionalInt.of(4),
                        OptionalInt.empty());
        assertThat(timeLine.finish())
                .isEqualTo(OptionalDouble.of(bar(timeLine, 1).end()));
    }

    @Test
    void numbersOnlyTheLastRequestOfEach() {
        TimeLine timeLine = TimeLine.of(SampleWitnesses.lostEdit().lanes());

        assertThat(timeLine.tracks().getFirst().bars())
                .extracting(Bar::place)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(1));
        assertThat(timeLine.start())
                .isEqualTo(timeLine.tracks().getFirst().bars().getLast().start());
    }

    @Test
    void requestWithoutAnswerRunsToTheEdgeAndStretchesNothing() {
        TimeLine timeLine = TimeLine.of(SampleWitnesses.manyInvoices().lanes());

        Bar silent = bar(timeLine, 4);
        assertThat(silent.answered()).isFalse();
        assertThat(silent.end()).isEqualTo(100);
        assertThat(silent.receiving()).isZero();
        assertThat(timeLine.ticks())
                .extracting(Tick::label)
                .containsExactly("0 µs", "2,000 µs", "4,000 µs", "6,000 µs");
    }

    @Test
    void tracksAndRowsNeverOverlap() {
        TimeLine timeLine = TimeLine.of(SampleWitnesses.lostEdit().lanes());

        Track first = timeLine.tracks().getFirst();
        Track second = timeLine.tracks().getLast();
        assertThat(second.top()).isGreaterThan(first.top() + first.height());
        assertThat(first.bars().getLast().labelY() - first.bars().getFirst().labelY())
                .isEqualTo(TimeLine.ROW);
        assertThat(timeLine.axisTop()).isGreaterThanOrEqualTo(second.top() + second.height());
        assertThat(timeLine.height()).isGreaterThan(timeLine.axisTop());
    }

    @Test
    void shortensAnswersAtWholeCharacters() {
        Lane lane = new Lane(
                "A",
                "admin",
                List.of(SampleWitnesses.answered("op", "GET /", 0, 1, 2, 200, Outcome.ACCEPTED, "🏁".repeat(500))));

        assertThat(bar(TimeLine.of(List.of(lane)), 0).answer()).isEqualTo("🏁".repeat(119) + "…");
    }

    @Test
    void copesWithARoundInWhichNothingHappened() {
        TimeLine timeLine = TimeLine.of(List.of(new Lane("A", "admin", List.of())));

        assertThat(timeLine.tracks()).isEmpty();
        assertThat(timeLine.finish()).isEmpty();
        assertThat(timeLine.height()).isPositive();
    }

    private static Lane lane(String contender, long released, long firstByte, long lastByte) {
        return new Lane(
                contender,
                "sales",
                List.of(SampleWitnesses.answered(
                        "op", "POST /", released, firstByte, lastByte, 200, Outcome.ACCEPTED, "{}")));
    }

    private static Bar bar(TimeLine timeLine, int track) {
        return timeLine.tracks().get(track).bars().getFirst();
    }
}
