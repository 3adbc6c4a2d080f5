package dev.photofinish.reports.html;

import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.html.Axis.Tick;
import dev.photofinish.reports.statistics.Proportion;
import dev.photofinish.reports.wording.SweepStory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The violation rate over the offset between two contenders, with the interval of every rate as a whisker: where
 * everything goes, without drawing it. x in percent of the width, y in pixels from the top.
 *
 * @param unjudged how many offsets are missing because no round could be judged at them
 */
record SweepChart(List<Point> points, List<Tick> ticks, List<Level> levels, String summary, int unjudged) {

    static final int TOP = 14;
    static final int BOTTOM = 194;
    static final int HEIGHT = 224;

    private static final double LEFT = 12;
    private static final double RIGHT = 96;
    private static final double[] CEILINGS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

    /** One offset; {@code high} is above {@code low}, so its y is smaller. */
    record Point(double x, double y, double low, double high, String label) {}

    /** A horizontal line with its label. */
    record Level(double y, String label) {}

    private record Measured(long offsetMicros, Proportion rate) {}

    /** Empty if no offset has a judged round. */
    static Optional<SweepChart> of(List<SweepPoint> sweep) {
        List<Measured> measured = sweep.stream()
                .sorted(Comparator.comparingLong(SweepPoint::offsetMicros))
                .flatMap(SweepChart::measured)
                .toList();
        return measured.isEmpty() ? Optional.empty() : Optional.of(draw(sweep, measured));
    }

    private static Stream<Measured> measured(SweepPoint point) {
        return point.tally().violationRate().map(rate -> new Measured(point.offsetMicros(), rate)).stream();
    }

    private static SweepChart draw(List<SweepPoint> sweep, List<Measured> measured) {
        Axis axis = axis(measured);
        double ceiling = ceiling(measured);
        return new SweepChart(
                measured.stream().map(m -> point(m, axis, ceiling)).toList(),
                axis.ticks(micros -> SweepStory.offset(Math.round(micros)).replace(".0 ", " ")),
                Stream.of(0.0, ceiling / 2, ceiling)
                        .map(rate -> new Level(y(rate, ceiling), percent(rate)))
                        .toList(),
                SweepStory.summary(sweep),
                sweep.size() - measured.size());
    }

    /** A single offset gets an axis too, with room on both sides. */
    private static Axis axis(List<Measured> measured) {
        double first = (double) measured.getFirst().offsetMicros();
        double last = (double) measured.getLast().offsetMicros();
        return first < last ? new Axis(first, last, LEFT, RIGHT) : new Axis(first - 5, first + 5, LEFT, RIGHT);
    }

    private static Point point(Measured measured, Axis axis, double ceiling) {
        Proportion rate = measured.rate();
        return new Point(
                axis.at(measured.offsetMicros()),
                y(rate.estimate(), ceiling),
                y(rate.low(), ceiling),
                y(rate.high(), ceiling),
                SweepStory.offset(measured.offsetMicros()) + ": " + rate.sentence());
    }

    private static double y(double rate, double ceiling) {
        return Math.round((BOTTOM - rate / ceiling * (BOTTOM - TOP)) * 10) / 10.0;
    }

    /** The smallest round percentage under which every whisker fits. */
    private static double ceiling(List<Measured> measured) {
        double highest =
                measured.stream().mapToDouble(m -> m.rate().high()).max().orElse(1);
        return DoubleStream.of(CEILINGS)
                .filter(ceiling -> ceiling >= highest)
                .findFirst()
                .orElse(1);
    }

    private static String percent(double rate) {
        double percent = 100 * rate;
        return (percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent)) + " %";
    }
}
