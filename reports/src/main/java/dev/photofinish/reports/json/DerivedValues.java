package dev.photofinish.reports.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Course;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Tally;
import dev.photofinish.reports.Verdict;
import dev.photofinish.reports.statistics.Proportion;
import java.util.List;
import java.util.Optional;

/**
 * What a report's reader would otherwise have to compute: verdicts and confidence intervals. They are written into the
 * file and skipped when it is read, so that a report judged again is judged by this program and not by its file.
 */
final class DerivedValues extends SimpleModule {

    private static final long serialVersionUID = 1;

    DerivedValues() {
        setMixInAnnotation(RunReport.class, WithVerdict.class);
        setMixInAnnotation(ContestReport.class, WithRuling.class);
        setMixInAnnotation(ExplorationReport.class, Explored.class);
        setMixInAnnotation(Course.class, WithOverlap.class);
        setMixInAnnotation(InvariantReport.class, WithVerdict.class);
        setMixInAnnotation(Tally.class, WithViolationRate.class);
        setMixInAnnotation(Proportion.class, Interval.class);
    }

    @JsonIgnoreProperties(value = "verdict", allowGetters = true)
    private interface WithVerdict {
        @JsonProperty
        Verdict verdict();
    }

    @JsonIgnoreProperties(
            value = {"verdict", "reasons"},
            allowGetters = true)
    private interface WithRuling {
        @JsonProperty
        Verdict verdict();

        @JsonProperty
        List<String> reasons();
    }

    @JsonIgnoreProperties(
            value = {"verdict", "reasons"},
            allowGetters = true)
    private interface Explored {
        @JsonProperty
        Verdict verdict();

        @JsonProperty
        List<String> reasons();

        @JsonProperty
        @JsonSerialize(converter = OncePerInterleaving.Written.class)
        @JsonDeserialize(converter = OncePerInterleaving.Read.class)
        List<Discovery> discoveries();
    }

    @JsonIgnoreProperties(value = "neverOverlapped", allowGetters = true)
    private interface WithOverlap {
        @JsonProperty
        boolean neverOverlapped();
    }

    @JsonIgnoreProperties(value = "violationRate", allowGetters = true)
    private interface WithViolationRate {
        @JsonProperty
        Optional<Proportion> violationRate();
    }

    @JsonIgnoreProperties({"violated", "judged"})
    @JsonPropertyOrder({"estimate", "low", "high", "sentence"})
    private interface Interval {
        @JsonProperty
        double estimate();

        @JsonProperty
        double low();

        @JsonProperty
        double high();

        @JsonProperty
        String sentence();
    }
}
