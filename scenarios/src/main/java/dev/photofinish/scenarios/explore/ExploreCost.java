package dev.photofinish.scenarios.explore;

import dev.photofinish.reports.ExplorationReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What exploring a scenario cost.
 *
 * @param schedules how long each schedule took, fresh data and judgement included
 * @param contests how long the contenders took in each schedule, held at each command
 * @param requests how long the same requests took one after the other, without a gate
 */
public record ExploreCost(
        String scenario,
        ExplorationReport reduced,
        ExplorationReport exhaustive,
        List<Duration> schedules,
        List<Duration> contests,
        List<Duration> requests) {

    public ExploreCost {
        schedules = List.copyOf(schedules);
        contests = List.copyOf(contests);
        requests = List.copyOf(requests);
    }

    /** How much longer a schedule takes than the requests, at the median, with fresh data and judgement. */
    public double scheduleRatio() {
        return millis(median(schedules)) / millis(median(requests));
    }

    /** How much longer the contenders take when each of their commands is held, at the median. */
    public double contestRatio() {
        return millis(median(contests)) / millis(median(requests));
    }

    /** What part of all schedules reduction runs. */
    public double scheduleShare() {
        return (double) tried(reduced) / tried(exhaustive);
    }

    /** One line of each, under {@link #HEAD}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-30s %5d %5d %6.3f %7.2f %7.2f %7.1f %7.1f %7.1f %6.2f %6.2f",
                scenario,
                tried(reduced),
                tried(exhaustive),
                scheduleShare(),
                seconds(reduced),
                seconds(exhaustive),
                millis(median(requests)),
                millis(median(contests)),
                millis(median(schedules)),
                contestRatio(),
                scheduleRatio());
    }

    /** All of them together. */
    public static String total(List<ExploreCost> costs) {
        double reduced =
                costs.stream().mapToDouble(cost -> seconds(cost.reduced)).sum();
        double exhaustive =
                costs.stream().mapToDouble(cost -> seconds(cost.exhaustive)).sum();
        return String.format(
                Locale.ROOT,
                "All: reduced takes %.3f of the time of exhaustive; %.0f schedules a second.",
                reduced / exhaustive,
                costs.stream().mapToLong(cost -> tried(cost.exhaustive)).sum() / exhaustive);
    }

    public static final String HEAD = String.format(
            Locale.ROOT,
            "%-30s %5s %5s %6s %7s %7s %7s %7s %7s %6s %6s",
            "scenario",
            "red.",
            "exh.",
            "share",
            "red. s",
            "exh. s",
            "req. ms",
            "held ms",
            "all ms",
            "held/r",
            "all/r");

    private static long tried(ExplorationReport report) {
        return report.coverage().run() + report.coverage().pruned();
    }

    private static double seconds(ExplorationReport report) {
        return report.took().toNanos() / 1e9;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
