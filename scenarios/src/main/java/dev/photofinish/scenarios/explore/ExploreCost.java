package dev.photofinish.scenarios.explore;

import dev.photofinish.reports.ExplorationReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What exploring a scenario cost.
 *
 * @param schedules those of the exhaustive search, and of further ones like it
 * @param serial the schedule in which the contenders come one after the other, again and again
 * @param requests the same requests one after the other, without a gate
 * @param passing the same through the gate, which holds nothing
 */
public record ExploreCost(
        String scenario,
        Search reduced,
        Search exhaustive,
        List<Schedule> schedules,
        List<Duration> serial,
        List<Requests> requests,
        List<Requests> passing) {

    public ExploreCost {
        schedules = List.copyOf(schedules);
        serial = List.copyOf(serial);
        requests = List.copyOf(requests);
        passing = List.copyOf(passing);
    }

    /**
     * One exploration.
     *
     * @param search without signing in, the given steps, and what is learnt before
     */
    public record Search(ExplorationReport report, Duration search, Optional<First> first, List<Schedule> schedules) {

        long tried() {
            return report.coverage().run()
                    + report.coverage().togetherRuns()
                    + report.coverage().pruned();
        }
    }

    /**
     * The first violation.
     *
     * @param schedule in which it was found, from 1
     * @param after since the search began
     */
    public record First(int schedule, Duration after) {}

    /**
     * How long a schedule took. What is in none of its parts went into putting the data back, mostly.
     *
     * @param contest from the first contender's start until the last contender had its answer
     * @param after the scenario's steps after the contest
     * @param judged by the rules and the serial orders
     */
    public record Schedule(Duration whole, Duration contest, Duration after, Duration judged) {

        Duration rest() {
            return whole.minus(contest).minus(after).minus(judged);
        }
    }

    /**
     * How long the same requests took one after the other.
     *
     * @param contenders those of the contenders, one after the other
     * @param all and those of the steps after them
     */
    public record Requests(Duration contenders, Duration all) {}

    /** How much longer a schedule takes than its requests, at the median, with fresh data and judgement. */
    public double scheduleRatio() {
        return median(schedules, Schedule::whole) / median(requests, Requests::all);
    }

    /** The same of a schedule in which the application does no more than for the requests: one contender after the other. */
    public double serialRatio() {
        return median(serial, Function.identity()) / median(requests, Requests::all);
    }

    /** How much longer the contenders take when each of their commands is held, at the median. */
    public double contestRatio() {
        return median(schedules, Schedule::contest) / median(requests, Requests::contenders);
    }

    /** A few lines for people; times in milliseconds are medians. */
    public String text() {
        return String.format(
                Locale.ROOT,
                """
                %s
                  schedules: %d reduced, %d exhaustive
                  first violation: %s
                  seconds: %.2f reduced (its search %.2f), %.2f exhaustive (its search %.2f)
                  the requests alone: %.2f ms, %.2f ms with the steps after them
                  through the gate, nothing held: %.2f ms, %.2f ms
                  a schedule: %.2f ms (%.2f contest, %.2f after, %.2f judged, %.2f rest)
                  ratio: %.2f for the contest, %.2f for the whole schedule
                  one contender after the other: %.2f ms, %.2f times the requests
                """,
                scenario,
                reduced.tried(),
                exhaustive.tried(),
                reduced.first().map(ExploreCost::text).orElse("none"),
                seconds(reduced.report().took()),
                seconds(reduced.search()),
                seconds(exhaustive.report().took()),
                seconds(exhaustive.search()),
                median(requests, Requests::contenders),
                median(requests, Requests::all),
                median(passing, Requests::contenders),
                median(passing, Requests::all),
                median(schedules, Schedule::whole),
                median(schedules, Schedule::contest),
                median(schedules, Schedule::after),
                median(schedules, Schedule::judged),
                median(schedules, Schedule::rest),
                contestRatio(),
                scheduleRatio(),
                median(serial, Function.identity()),
                serialRatio());
    }

    private static String text(First first) {
        return String.format(Locale.ROOT, "in schedule %d, after %.2f s", first.schedule(), seconds(first.after()));
    }

    /** All of them together. */
    public static String total(List<ExploreCost> costs) {
        return String.format(
                Locale.ROOT,
                """
                All
                  reduced takes %.3f of the time of exhaustive; its search %.3f
                  a schedule takes %.2f times its requests, a contest %.2f times
                  one contender after the other, a schedule takes %.2f times its requests
                  %.0f schedules a second\
                """,
                sum(costs, cost -> cost.reduced.report().took())
                        / sum(costs, cost -> cost.exhaustive.report().took()),
                sum(costs, cost -> cost.reduced.search()) / sum(costs, cost -> cost.exhaustive.search()),
                median(costs.stream().map(ExploreCost::scheduleRatio).toList()),
                median(costs.stream().map(ExploreCost::contestRatio).toList()),
                median(costs.stream().map(ExploreCost::serialRatio).toList()),
                costs.stream().mapToLong(cost -> cost.exhaustive.tried()).sum()
                        / sum(costs, cost -> cost.exhaustive.search()));
    }

    private static double sum(List<ExploreCost> costs, Function<ExploreCost, Duration> part) {
        return costs.stream().mapToDouble(cost -> seconds(part.apply(cost))).sum();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** In milliseconds. */
    private static <T> double median(List<T> measured, Function<T, Duration> part) {
        return median(
                measured.stream().map(one -> part.apply(one).toNanos() / 1e6).toList());
    }
}
