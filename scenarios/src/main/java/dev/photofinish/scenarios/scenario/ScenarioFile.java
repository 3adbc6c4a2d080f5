package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.system.Failures;
import dev.photofinish.scenarios.system.Ignore;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.yaml.FileProblems;
import dev.photofinish.scenarios.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A contest. A round runs {@code given}, then the contenders, then {@code then} with its checks; {@code expect} and
 * {@code invariants} judge it in this order, and {@code cleanup} ends it.
 *
 * @param source where the scenario comes from
 * @param given makes a round's fresh data
 * @param cleanup is tried, whatever comes of it
 * @param serial whether a result that no serial order gives is a violation
 * @param failures what it counts as if a contender fails only when others come in between; empty if the system says so
 * @param uncompared what no result is compared by, beside what the system file says
 * @param pairs the entity on which its contenders compete two by two, each also with itself; empty if they all compete at once
 */
public record ScenarioFile(
        String name,
        String title,
        Optional<String> source,
        List<Step> given,
        List<Contender> contenders,
        Rendezvous rendezvous,
        Expectation expect,
        List<Step.Call> then,
        List<Step.Call> cleanup,
        List<Invariant> invariants,
        boolean serial,
        Optional<Failures> failures,
        List<Ignore> ignore,
        Set<String> uncompared,
        Optional<String> pairs) {

    private static final List<String> BUNDLED = List.of(
            "concurrent-stock-allocation",
            "simultaneous-order-editing",
            "concurrent-timesheet-approval",
            "rapid-invoice-generation",
            "job-card-stage-progression");

    private static final List<String> PAIRS = List.of("pairs-on-order", "pairs-on-stock", "pairs-on-timesheet");

    /**
     * @param system the system it is about
     * @throws FileProblems with everything that is wrong with it
     */
    public static ScenarioFile read(Path file, SystemFile system) {
        return ScenarioReader.read(SourceText.ofFile(file), system);
    }

    /**
     * A scenario that comes with Photofinish.
     *
     * @param name one of {@link #bundledNames}
     * @throws FileProblems if there is none of that name, or it does not fit the system
     */
    public static ScenarioFile bundled(String name, SystemFile system) {
        return ScenarioReader.read(SourceText.ofResource("/misty/" + name + ".yaml"), system);
    }

    /** The scenarios that come with Photofinish, all of the system {@code misty}, in the order of their source. */
    public static List<String> bundledNames() {
        return BUNDLED;
    }

    /** Those of them that are explored pair by pair. */
    public static List<String> bundledPairs() {
        return PAIRS;
    }

    /** The contest of two of its contenders, or of one with itself: called A and B, and nothing is expected of them but the rules. */
    public ScenarioFile pair(Contender one, Contender other) {
        String contest = one.lastOperation() + " × " + other.lastOperation();
        return new ScenarioFile(
                name + ": " + contest,
                contest + " on one " + pairs.orElse("entity"),
                source,
                given,
                List.of(one.named("A"), other.named("B")),
                Rendezvous.LAST_STEP,
                Expectation.NOTHING,
                List.of(),
                cleanup,
                invariants,
                serial,
                failures,
                ignore,
                uncompared,
                pairs);
    }

    /** The JSON Schema of scenario files. */
    public static String schema() {
        return ScenarioReader.SCHEMA.text();
    }
}
