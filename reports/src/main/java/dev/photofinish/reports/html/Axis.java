package dev.photofinish.reports.html;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;

/**
 * A horizontal axis. Places are percent of the picture's width, so that a picture follows the width of the page while its
 * text keeps its size; a margin on both sides leaves room for marks and labels.
 */
record Axis(double min, double max, double from, double to) {

    /** A mark with its label. */
    record Tick(double at, String label) {}

    Axis {
        if (!(min < max)) {
            throw new IllegalArgumentException("An axis from " + min + " to " + max + " has no length.");
        }
    }

    /** Where the value is, in percent, to the hundredth. */
    double at(double value) {
        double share = (value - min) / (max - min);
        return Math.round((from + share * (to - from)) * 100) / 100.0;
    }

    /** The same for whole microseconds, all of which a double can hold. */
    double at(long value) {
        return at((double) value);
    }

    /** Round values (1, 2 or 5 times a power of ten apart) inside the axis, at most about five of them. */
    List<Tick> ticks(DoubleFunction<String> label) {
        double step = step((max - min) / 5);
        long first = (long) Math.ceil(min / step);
        long last = (long) Math.floor(max / step);
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> new Tick(at(i * step), label.apply(i * step)))
                .toList();
    }

    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double rest = atLeast / power;
        double factor = rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10;
        return factor * power;
    }
}
