package dev.photofinish.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One scenario, raced many rounds against one deployment.
 *
 * @param scenario the scenario's name
 * @param source where the scenario comes from, in its file's words
 * @param release how the contenders were let go: {@code plain} or {@code last-byte}
 * @param course how the race went, beside its rounds
 * @param spread empty if no round got as far as its release
 * @param brokenRules most often broken first
 * @param inconclusive why rounds could not be judged, most frequent first
 * @param sweep empty unless the offset was swept
 * @param witnesses the first rounds of each kind of violation
 */
public record ContestReport(
        String scenario,
        String title,
        Optional<String> source,
        DeploymentInfo deployment,
        String release,
        Duration took,
        Tally tally,
        Course course,
        Optional<Spread> spread,
        List<BrokenRule> brokenRules,
        List<Cause> inconclusive,
        List<SweepPoint> sweep,
        List<Witness> witnesses) {

    public ContestReport {
        brokenRules = List.copyOf(brokenRules);
        inconclusive = List.copyOf(inconclusive);
        sweep = List.copyOf(sweep);
        witnesses = List.copyOf(witnesses);
    }

    /** A cause, in a sentence, and the number of rounds it spoilt. */
    public record Cause(String sentence, int rounds) {}

    public Verdict verdict() {
        return Ruling.of(this).verdict();
    }

    /** Why it is not held, or would not be had nothing been found broken, a sentence each. */
    public List<String> reasons() {
        return Ruling.of(this).reasons();
    }
}
