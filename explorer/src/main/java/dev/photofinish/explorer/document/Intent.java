package dev.photofinish.explorer.document;

import java.util.List;
import java.util.stream.Stream;

/** What a command means to look at and to change. */
public record Intent(List<Look> looks, List<Change> changes) {

    /** Nothing is known of it. */
    public static final Intent UNKNOWN = new Intent(List.of(), List.of());

    public Intent {
        looks = List.copyOf(looks);
        changes = List.copyOf(changes);
    }

    /** The paths that it changes, in its order. */
    public Stream<String> changedPaths() {
        return changes.stream().flatMap(change -> change.edits().stream()).map(Edit::path);
    }

    /** The paths that its filters name. */
    public Stream<String> demandedPaths() {
        return Stream.concat(looks.stream().map(Look::demands), changes.stream().map(Change::demands))
                .flatMap(demands -> demands.paths().stream());
    }
}
