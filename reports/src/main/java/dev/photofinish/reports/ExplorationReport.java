package dev.photofinish.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * One scenario, explored: the orders of its contenders' database commands, tried one after the other.
 *
 * @param scenario the scenario's name, or that of a pair of operations
 * @param source where the scenario comes from, in its file's words
 * @param strategy how the schedules were chosen, such as {@code reduced}
 * @param discoveries one a rule, violations first
 * @param givenUp that it was ended before its time since schedule after schedule came to nothing, in a sentence
 * @param obstacles why schedules could not be brought to an end or judged, a sentence each
 * @param doubts why it may not be called held, though nothing was found broken, a sentence each
 * @param unsafe pairs of commands that are known to be unsafe, though no schedule has shown it
 * @param notes what else is worth knowing, a sentence each
 * @param passed what went by unscheduled
 */
public record ExplorationReport(
        String scenario,
        String title,
        Optional<String> source,
        DeploymentInfo deployment,
        String strategy,
        Duration took,
        Coverage coverage,
        List<Discovery> discoveries,
        Optional<String> givenUp,
        List<String> obstacles,
        List<String> doubts,
        Unsafe unsafe,
        List<String> notes,
        List<Passed> passed) {

    public ExplorationReport {
        discoveries = List.copyOf(discoveries);
        obstacles = List.copyOf(obstacles);
        doubts = List.copyOf(doubts);
        notes = List.copyOf(notes);
        passed = List.copyOf(passed);
    }

    public Verdict verdict() {
        return Ruling.of(this).verdict();
    }

    /** Why it is not held, or would not be had nothing been found broken, a sentence each. */
    public List<String> reasons() {
        return Ruling.of(this).reasons();
    }

    /** What breaks a rule. */
    public List<Discovery> violations() {
        return of(Discovery.Weight.VIOLATION).stream()
                .filter(Predicate.not(Ruling::isUnproven))
                .toList();
    }

    /** What broke a rule once, and never again when the same schedule was run again. */
    public List<Discovery> unproven() {
        return of(Discovery.Weight.VIOLATION).stream()
                .filter(Ruling::isUnproven)
                .toList();
    }

    public List<Discovery> notices() {
        return of(Discovery.Weight.NOTICE);
    }

    /** Which schedule broke a rule first, if one did. */
    public OptionalLong firstViolationAt() {
        return violations().stream().mapToLong(Discovery::firstAt).min();
    }

    private List<Discovery> of(Discovery.Weight weight) {
        return discoveries.stream()
                .filter(discovery -> discovery.weight() == weight)
                .toList();
    }
}
