package dev.photofinish.reports.wording;

import dev.photofinish.reports.SweepPoint;
import java.util.Comparator;
import java.util.List;

/** What a sweep of the offset showed, in words. */
public final class SweepStory {

    private SweepStory() {}

    /** Where violations were seen and where most often; says so if there were none, or no judged round. */
    public static String summary(List<SweepPoint> sweep) {
        List<SweepPoint> violated = sweep.stream()
                .filter(point -> point.tally().violated() > 0)
                .sorted(Comparator.comparingLong(SweepPoint::offsetMicros))
                .toList();
        if (violated.isEmpty()) {
            return sweep.stream().anyMatch(point -> point.tally().judged() > 0)
                    ? "No violation was seen at any offset."
                    : "No round could be judged at any offset.";
        }
        SweepPoint worst = violated.stream()
                .max(Comparator.comparingDouble(SweepStory::share))
                .orElseThrow();
        return "Violations were seen from %s to %s; most often at %s, in %s of %s."
                .formatted(
                        offset(violated.getFirst().offsetMicros()),
                        offset(violated.getLast().offsetMicros()),
                        offset(worst.offsetMicros()),
                        Figures.number(worst.tally().violated()),
                        Figures.count(worst.tally().judged(), "round"));
    }

    /** An offset with its sign: {@code +500 µs}, {@code -3.0 ms}, {@code 0}. */
    public static String offset(long micros) {
        return micros == 0 ? "0" : (micros > 0 ? "+" : "") + Figures.span((double) micros);
    }

    private static double share(SweepPoint point) {
        return (double) point.tally().violated() / point.tally().judged();
    }
}
