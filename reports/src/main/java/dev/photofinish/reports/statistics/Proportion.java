package dev.photofinish.reports.statistics;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * The violated share of the judged rounds and what it says about the rate behind it, at 95 % (Clopper and Pearson, 1934:
 * exact, never too narrow). At none or all of the rounds the interval is one-sided, so that 0 of 300 is "below 1 %".
 */
public record Proportion(int violated, int judged) {

    private static final double ERROR = 0.05;

    public Proportion {
        if (judged < 1 || violated < 0 || violated > judged) {
            throw new IllegalArgumentException(violated + " of " + judged + " is no proportion.");
        }
    }

    public double estimate() {
        return (double) violated / judged;
    }

    public double low() {
        return violated == 0 ? 0 : interval().getLowerBound();
    }

    public double high() {
        return violated == judged ? 1 : interval().getUpperBound();
    }

    /** For people: "0 of 300: below 1.0 % at 95 %", "57 of 100: between 46.7 % and 66.9 % at 95 %". */
    public String sentence() {
        String counted = violated + " of " + judged + ": ";
        if (violated == 0) {
            return counted + String.format(Locale.ROOT, "below %.1f %% at 95 %%", 100 * high());
        }
        if (violated == judged) {
            return counted + String.format(Locale.ROOT, "above %.1f %% at 95 %%", 100 * low());
        }
        return counted + String.format(Locale.ROOT, "between %.1f %% and %.1f %% at 95 %%", 100 * low(), 100 * high());
    }

    private Interval interval() {
        boolean oneSided = violated == 0 || violated == judged;
        return BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(judged, violated, oneSided ? 2 * ERROR : ERROR);
    }
}
