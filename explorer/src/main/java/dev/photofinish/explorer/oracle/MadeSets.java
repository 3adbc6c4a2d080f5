package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.document.Change;
import dev.photofinish.explorer.document.Edit;
import dev.photofinish.explorer.document.Edit.How;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.mongo.CollectionNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lists that commands fill by {@code $addToSet} and change in no other way but by taking something out: sets, whose order is no
 * result. For one thread.
 */
final class MadeSets {

    private final Set<String> joined = new HashSet<>();
    private final Set<String> otherwise = new HashSet<>();

    /** Whether a schedule shows one that was not known, or that one that was is none. */
    boolean learnFrom(List<Turn> turns) {
        Set<String> before = places();
        turns.stream()
                .flatMap(turn -> turn.steps().stream())
                .flatMap(step -> step.command().intent().get().changes().stream())
                .forEach(change -> change.edits().forEach(edit -> learn(change, edit)));
        return !places().equals(before);
    }

    private void learn(Change change, Edit edit) {
        String place = CollectionNames.withoutValuesInFull(change.namespace()) + " /"
                + edit.path()
                        .replaceAll("\\$(\\[[^\\]]*])?|(?<=\\.)\\d+(?=\\.|$)", "#")
                        .replace('.', '/');
        if (edit.how() == How.JOIN) {
            joined.add(place);
        } else if (edit.how() != How.REMOVE) {
            otherwise.add(place);
        }
    }

    /** Such as {@code shop.items /tags}; elements of lists are not counted. */
    Set<String> places() {
        return joined.stream().filter(place -> !otherwise.contains(place)).collect(Collectors.toUnmodifiableSet());
    }
}
