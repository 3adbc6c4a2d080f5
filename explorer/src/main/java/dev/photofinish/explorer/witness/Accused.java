package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Set;

/**
 * What a broken rule is about, so that the explanation is about the same.
 *
 * @param namespaces where the documents are that break it, such as {@code database.collection}
 * @param documents what is known of them, as far as the rule shows it: they may be groups of stored ones
 * @param paths the fields that the rule names
 * @param failed the contenders that failed, if that is what is wrong
 */
public record Accused(Set<String> namespaces, List<Traits> documents, Set<String> paths, Set<String> failed) {

    /** The rule is about what contenders were told, or nobody knows what about. */
    public static final Accused NOTHING = new Accused(Set.of(), List.of(), Set.of(), Set.of());

    public Accused {
        namespaces = Set.copyOf(namespaces);
        documents = List.copyOf(documents);
        paths = Set.copyOf(paths);
        failed = Set.copyOf(failed);
    }

    /** How far a write is from what the rule accuses; 0 is the very field of the very document. */
    int distance(Touch touch) {
        if (namespaces.isEmpty()) {
            return 0;
        }
        if (!namespaces.contains(touch.namespace())) {
            return 3;
        }
        if (documents.stream().noneMatch(touch::mayConcern)) {
            return 2;
        }
        return paths.isEmpty() || touch.edits().isEmpty() || paths.stream().anyMatch(touch::writes) ? 0 : 1;
    }
}
