package dev.photofinish.explorer.bench;

import dev.photofinish.explorer.driver.DriverSettings;
import java.util.List;
import java.util.Locale;

/**
 * What schedules cost beside the same sales without the gate.
 *
 * @param threads what the contenders run on
 * @param sales nanoseconds of the sales one after the other, fresh data and a look at the result included
 * @param schedules nanoseconds of a schedule, the same included
 */
public record DriverCost(DriverSettings.Threads threads, int contenders, List<Long> sales, List<Long> schedules) {

    public DriverCost {
        sales = List.copyOf(sales);
        schedules = List.copyOf(schedules);
    }

    /** How much longer a schedule takes, at the median. */
    public double ratio() {
        return (double) median(schedules) / median(sales);
    }

    /** In one line, for people. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%s threads, %d contenders: %.0f µs one after the other, %.0f µs a schedule (%.0f a second), %.2f times",
                threads.name().toLowerCase(Locale.ROOT),
                contenders,
                median(sales) / 1e3,
                median(schedules) / 1e3,
                1e9 / median(schedules),
                ratio());
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }
}
