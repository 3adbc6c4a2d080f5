package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Change;
import dev.photofinish.explorer.document.Demands;
import dev.photofinish.explorer.document.Demands.Fit;
import dev.photofinish.explorer.document.Edit;
import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one statement of a deed did.
 *
 * @param documents what is known of those that it changed or added, each perhaps in several versions; none if nobody knows
 * @param adds whether it added documents
 */
record Touch(Deed deed, Change change, List<Traits> documents, boolean adds) {

    String namespace() {
        return change.namespace();
    }

    Demands demands() {
        return change.demands();
    }

    /** What it did to documents that were there before. */
    List<Edit> edits() {
        return adds ? List.of() : change.edits();
    }

    Set<String> ids() {
        return documents.stream().flatMap(document -> document.id().stream()).collect(Collectors.toUnmodifiableSet());
    }

    boolean writes(String path) {
        Edit there = new Edit(path, Edit.How.OTHER, "");
        return edits().stream().anyMatch(there::meets);
    }

    /** Whether it is carried out only if a field that the other changes is as this one demands. */
    boolean guardsAgainst(Touch other) {
        return demands().paths().stream().anyMatch(other::writes);
    }

    /** By its id; a group of documents is often known by a value that they share. */
    boolean mayConcern(Traits accused) {
        if (accused.id().isEmpty()) {
            return true;
        }
        String id = accused.id().get();
        Stream<String> known = Stream.concat(
                documents.stream().flatMap(document -> document.values().values().stream()),
                demands().values().values().stream().flatMap(Set::stream));
        return known.anyMatch(value -> Objects.equals(value, id));
    }

    /** Whether both are about the same document. */
    Meeting with(Touch other) {
        if (!namespace().equals(other.namespace()) || (adds && other.adds)) {
            return Meeting.NEVER;
        }
        Set<String> theirs = other.ids();
        if (ids().stream().anyMatch(theirs::contains)) {
            return Meeting.PROVEN;
        }
        if (!ids().isEmpty() && !theirs.isEmpty()) {
            return Meeting.NEVER;
        }
        return Meeting.of(demands().fits(other.demands()));
    }

    /** How well what it touched fits a filter, as it was or as it is now. */
    Fit fit(Demands filter) {
        List<Fit> fits = documents.stream().map(filter::fits).toList();
        if (fits.contains(Fit.YES)) {
            return Fit.YES;
        }
        boolean brought = filter.paths().stream().anyMatch(this::writes);
        if (fits.isEmpty()) {
            return filter.fits(demands()) == Fit.NO && brought ? Fit.MAYBE : filter.fits(demands());
        }
        return fits.contains(Fit.MAYBE) || brought ? Fit.MAYBE : Fit.NO;
    }

    /** Whether a look would have shown something else after it. */
    Meeting with(Glance glance) {
        if (!namespace().equals(glance.namespace())) {
            return Meeting.NEVER;
        }
        Set<String> theirs = glance.ids();
        if (ids().stream().anyMatch(theirs::contains)) {
            return Meeting.PROVEN;
        }
        boolean sawOthers = glance.exact() && !theirs.isEmpty();
        if (sawOthers && !adds && glance.demands().paths().stream().noneMatch(this::writes)) {
            return documents.isEmpty() ? Meeting.of(fit(glance.demands())) : Meeting.NEVER;
        }
        return Meeting.of(fit(glance.demands()));
    }
}
