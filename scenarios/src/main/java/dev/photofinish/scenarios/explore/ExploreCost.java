package dev.photofinish.scenarios.explore;

import dev.photofinish.reports.ExplorationReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What exploring a scenario cost.
 *
 * @param schedules the parts of each schedule of the exhaustive search, and of further ones like it
 * @param requests how long the same requests took one after the other, without a gate
 */
public record ExploreCost(
        String scenario,
        Search reduced,
        Search exhaustive,
        List<TimedSchedules.Parts> schedules,
        List<Requests> requests) {

    public static final String HEAD = String.format(
            Locale.ROOT,
            "%-30s %5s %5s %6s %6s %6s %6s | %6s %6s %6s | %6s %6s %6s %6s %6s | %6s %6s",
            "scenario",
            "red.",
            "exh.",
            "red. s",
            "exh. s",
            "search",
            "search",
            "alone",
            "after",
            "both",
            "held",
            "after",
            "judge",
            "rest",
            "all",
            "held",
            "all");

    public ExploreCost {
        schedules = List.copyOf(schedules);
        requests = List.copyOf(requests);
    }

    /**
     * One exploration.
     *
     * @param search without signing in, the given steps, and what is learnt before
     */
    public record Search(ExplorationReport report, Duration search, List<TimedSchedules.Parts> schedules) {

        long tried() {
            return report.coverage().run() + report.coverage().pruned();
        }
    }

    /**
     * The same requests, without a gate.
     *
     * @param contenders those of the contenders, one after the other
     * @param all and those of the steps that follow
     */
    public record Requests(Duration contenders, Duration all) {}

    /** How much longer a schedule takes than its requests, at the median, with fresh data and judgement. */
    public double scheduleRatio() {
        return median(schedules, TimedSchedules.Parts::whole) / median(requests, Requests::all);
    }

    /** How much longer the contenders take when each of their commands is held, at the median. */
    public double contestRatio() {
        return median(schedules, TimedSchedules.Parts::contest) / median(requests, Requests::contenders);
    }

    /** One line of each, under {@link #HEAD}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-30s %5d %5d %6.2f %6.2f %6.2f %6.2f | %6.2f %6.2f %6.2f | %6.2f %6.2f %6.2f %6.2f %6.2f | %6.2f %6.2f",
                scenario,
                reduced.tried(),
                exhaustive.tried(),
                seconds(reduced.report().took()),
                seconds(exhaustive.report().took()),
                seconds(reduced.search()),
                seconds(exhaustive.search()),
                median(requests, Requests::contenders),
                median(requests, Requests::all) - median(requests, Requests::contenders),
                median(requests, Requests::all),
                median(schedules, TimedSchedules.Parts::contest),
                median(schedules, TimedSchedules.Parts::after),
                median(schedules, TimedSchedules.Parts::judged),
                median(schedules, TimedSchedules.Parts::rest),
                median(schedules, TimedSchedules.Parts::whole),
                contestRatio(),
                scheduleRatio());
    }

    /** All of them together. */
    public static String total(List<ExploreCost> costs) {
        return String.format(
                Locale.ROOT,
                "All: reduced takes %.3f of the time of exhaustive, %.3f without what comes before the search; %.0f schedules a second.",
                sum(costs, cost -> cost.reduced.report().took())
                        / sum(costs, cost -> cost.exhaustive.report().took()),
                sum(costs, cost -> cost.reduced.search()) / sum(costs, cost -> cost.exhaustive.search()),
                costs.stream().mapToLong(cost -> cost.exhaustive.tried()).sum()
                        / sum(costs, cost -> cost.exhaustive.search()));
    }

    private static double sum(List<ExploreCost> costs, Function<ExploreCost, Duration> part) {
        return costs.stream().mapToDouble(cost -> seconds(part.apply(cost))).sum();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** In milliseconds. */
    private static <T> double median(List<T> measured, Function<T, Duration> part) {
        List<Duration> sorted = measured.stream().map(part).sorted().toList();
        return sorted.get(sorted.size() / 2).toNanos() / 1e6;
    }
}
