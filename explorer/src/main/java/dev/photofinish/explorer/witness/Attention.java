package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Intent;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Focus;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields of a schedule's commands and answers are to be shown before all others: those that the rule names and somebody
 * writes, those that several contenders write, those that somebody writes and another asks for, those that filters name, then
 * whatever else is written.
 */
public final class Attention {

    private Attention() {}

    /** @param paths those that the broken rule names */
    public static Focus on(List<Turn> turns, Collection<String> paths) {
        List<Step> steps = turns.stream().flatMap(turn -> turn.steps().stream()).toList();
        Set<String> changed = steps.stream()
                .flatMap(step -> intent(step).changedPaths())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> demanded = steps.stream()
                .flatMap(step -> intent(step).demandedPaths())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> ofSeveral =
                changed.stream().filter(path -> writers(path, steps) > 1).toList();
        Set<String> fields = new LinkedHashSet<>();
        fields.addAll(common(paths, changed));
        fields.addAll(common(demanded, changed));
        fields.addAll(ofSeveral);
        fields.addAll(demanded);
        fields.addAll(paths);
        fields.addAll(changed);
        return new Focus(new ArrayList<>(fields));
    }

    private static List<String> common(Collection<String> paths, Set<String> among) {
        return paths.stream().filter(among::contains).toList();
    }

    private static int writers(String path, List<Step> steps) {
        Set<String> writers = new HashSet<>();
        steps.stream()
                .filter(step -> intent(step).changedPaths().anyMatch(path::equals))
                .forEach(step -> writers.add(step.contender()));
        return writers.size();
    }

    private static Intent intent(Step step) {
        return step.command().intent().get();
    }
}
