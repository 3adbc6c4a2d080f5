package dev.photofinish.reports.html;

import dev.photofinish.reports.SweepPoint;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.html.Axis.Tick;
import dev.photofinish.reports.statistics.Proportion;
import dev.photofinish.reports.wording.Figures;
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

    private static final double[] CEILINGS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

    /** One offset; {@code high} is above {@code low}, so its y is smaller. */
    record Point(double x, double y, double low, double high, String label) {}

    /** A horizontal line with its label. */
    record Level(double y, String label) {}

    private record Measured(double offsetMicros, Tally tally, Proportion rate) {}

    /** Empty if no offset has a judged round. */
    static Optional<SweepChart> of(List<SweepPoint> sweep) {
        List<Measured> measured = sweep.stream()
                .flatMap(point -> point
                        .tally()
                        .violationRate()
                        .map(rate -> new Measured((double) point.offsetMicros(), point.tally(), rate))
                        .stream())
                .sorted(Comparator.comparingDouble(Measured::offsetMicros))
                .toList();
        return measured.isEmpty() ? Optional.empty() : Optional.of(draw(measured, sweep.size() - measured.size()));
    }

    private static SweepChart draw(List<Measured> measured, int unjudged) {
        double first = measured.getFirst().offsetMicros();
        double last = measured.getLast().offsetMicros();
        Axis axis = first < last ? new Axis(first, last, 12, 96) : new Axis(first - 1, first + 1, 12, 96);
        double ceiling = ceiling(measured);
        List<Point> points = measured.stream().map(m -> point(m, axis, ceiling)).toList();
        List<Level> levels = Stream.of(0.0, ceiling / 2, ceiling)
                .map(rate -> new Level(y(rate, ceiling), percent(rate)))
                .toList();
        List<Tick> ticks = first < last
                ? axis.ticks(micros -> offset(micros).replace(".0 ", " "))
                : List.of(new Tick(axis.at(first), offset(first)));
        return new SweepChart(points, ticks, levels, summary(measured), unjudged);
    }

    private static Point point(Measured measured, Axis axis, double ceiling) {
        Proportion rate = measured.rate();
        return new Point(
                axis.at(measured.offsetMicros()),
                y(rate.estimate(), ceiling),
                y(rate.low(), ceiling),
                y(rate.high(), ceiling),
                offset(measured.offsetMicros()) + ": " + rate.sentence());
    }

    private static double y(double rate, double ceiling) {
        return Math.round((BOTTOM - rate / ceiling * (BOTTOM - TOP)) * 10) / 10.0;
    }

    private static double ceiling(List<Measured> measured) {
        double highest =
                measured.stream().mapToDouble(m -> m.rate().high()).max().orElse(1);
        return DoubleStream.of(CEILINGS)
                .filter(ceiling -> ceiling >= highest)
                .findFirst()
                .orElse(1);
    }

    private static String summary(List<Measured> measured) {
        List<Measured> violated =
                measured.stream().filter(m -> m.tally().violated() > 0).toList();
        if (violated.isEmpty()) {
            return "No violation was seen at any offset.";
        }
        Measured worst = violated.stream()
                .max(Comparator.comparingDouble(m -> m.rate().estimate()))
                .orElseThrow();
        return "Violations were seen from %s to %s; most often at %s, in %s of %s."
                .formatted(
                        offset(violated.getFirst().offsetMicros()),
                        offset(violated.getLast().offsetMicros()),
                        offset(worst.offsetMicros()),
                        Figures.number(worst.tally().violated()),
                        Figures.count(worst.tally().judged(), "round"));
    }

    private static String offset(double micros) {
        return micros == 0 ? "0" : (micros > 0 ? "+" : "") + Figures.span(micros);
    }

    private static String percent(double rate) {
        double percent = 100 * rate;
        return (percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent)) + " %";
    }
}
