package dev.photofinish.reports.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How often a rule was broken, with what that says about how often it will be: the 95 % interval of Clopper and Pearson
 * ("The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934), which is
 * never narrower than it claims.
 *
 * <p>Without a single violation, or with nothing else, all doubt lies on one side, and so does the whole error: of 300
 * rounds without a violation the bound is 1 - 0.05^(1/300), just under 1 %, "the rule of three".
 *
 * @param violated rounds that broke the rule
 * @param judged rounds that could have; inconclusive ones are not among them
 */
public record Proportion(int violated, int judged) {

    private static final double ERROR_RATE = 0.05;

    /** @throws IllegalArgumentException unless 0 ≤ violated ≤ judged */
    public Proportion {
        if (violated < 0 || violated > judged) {
            throw new IllegalArgumentException(
                    "%d of %d rounds cannot have broken a rule.".formatted(violated, judged));
        }
    }

    /** The rate that was seen, from 0 to 1; NaN when nothing was judged. */
    public double estimate() {
        return (double) violated / judged;
    }

    /** The lower bound of the rate at 95 %, from 0 to 1. */
    public double low() {
        return bounds().getLowerBound();
    }

    /** The upper bound of the rate at 95 %, from 0 to 1. */
    public double high() {
        return bounds().getUpperBound();
    }

    /** Such as "46 of 300 (15.3 %, 95 % interval 11.4 to 20.0 %)", and "0 of 300: below 1.0 % at 95 %", never "safe". */
    public String sentence() {
        if (judged == 0) {
            return "no round was judged: nothing is known";
        }
        if (violated == 0) {
            return "0 of %d: below %s %% at 95 %%".formatted(judged, percent(high(), RoundingMode.CEILING));
        }
        if (violated == judged) {
            return "%d of %d: above %s %% at 95 %%".formatted(violated, judged, percent(low(), RoundingMode.FLOOR));
        }
        return "%d of %d (%s %%, 95 %% interval %s to %s %%)"
                .formatted(
                        violated,
                        judged,
                        percent(estimate(), RoundingMode.HALF_UP),
                        percent(low(), RoundingMode.FLOOR),
                        percent(high(), RoundingMode.CEILING));
    }

    /** The interval alone, in at most 12 characters, for tables: "46.7–66.9 %", "below 1.0 %", "above 97.0 %", "0–100 %" when nothing was judged. */
    public String interval() {
        if (judged == 0) {
            return "0–100 %";
        }
        if (violated == 0) {
            return "below " + percent(high(), RoundingMode.CEILING) + " %";
        }
        if (violated == judged) {
            return "above " + percent(low(), RoundingMode.FLOOR) + " %";
        }
        int decimals = high() < 0.01 ? 2 : 1;
        return "%s–%s %%"
                .formatted(
                        percent(low(), decimals, RoundingMode.FLOOR), percent(high(), decimals, RoundingMode.CEILING));
    }

    private Interval bounds() {
        if (judged == 0) {
            return new Everything();
        }
        // at either end the two-sided interval spends half of its error on a side where nothing can be
        boolean oneSided = violated == 0 || violated == judged;
        double errorRate = oneSided ? 2 * ERROR_RATE : ERROR_RATE;
        return BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(judged, violated, errorRate);
    }

    /** One decimal, or two significant digits where that is more; bounds are rounded outwards, so that they stay true. */
    private static String percent(double share, RoundingMode rounding) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        BigDecimal rounded = percent.compareTo(BigDecimal.ONE) < 0
                ? percent.round(new MathContext(2, rounding))
                : percent.setScale(1, rounding);
        return rounded.toPlainString();
    }

    private static String percent(double share, int decimals, RoundingMode rounding) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(decimals, rounding)
                .toPlainString();
    }

    /** What is known about a rate that was never looked at. */
    private record Everything() implements Interval {

        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return 1;
        }
    }
}
