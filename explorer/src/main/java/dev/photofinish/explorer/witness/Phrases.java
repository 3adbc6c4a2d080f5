package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Demands;
import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What deeds are about, in words. */
final class Phrases {

    private static final int MOST_PATHS = 2;

    private Phrases() {}

    /** Without the database, which is the same for all. */
    static String collection(String namespace) {
        return Objects.requireNonNull(namespace.substring(namespace.indexOf('.') + 1));
    }

    /** Such as <code>balance of employees {id: "ann"}</code>. */
    static String written(Touch touch, List<String> paths) {
        String document = document(touch);
        return paths.isEmpty()
                ? document
                : String.join(" and ", paths.subList(0, Math.min(MOST_PATHS, paths.size()))) + " of " + document;
    }

    /** Such as <code>employees {id: "ann"}</code>. */
    static String document(Touch touch) {
        String title = touch.demands().values().isEmpty()
                ? touch.documents().stream()
                        .filter(known -> known.id().isPresent())
                        .map(Traits::title)
                        .findFirst()
                        .orElse("")
                : touch.demands().title();
        return titled(touch.namespace(), title);
    }

    /** What a look and a write of somebody else have in common: the document that was written, if both saw it. */
    static String met(Glance glance, Touch touch) {
        return touch.adds() ? lookedFor(glance) : document(touch);
    }

    static String lookedFor(Glance glance) {
        Demands demands = glance.demands();
        return titled(glance.namespace(), demands.title());
    }

    private static String titled(String namespace, String title) {
        return title.isEmpty() ? collection(namespace) : collection(namespace) + " " + title;
    }

    /** Such as {@code A's find}. */
    static String command(Deed deed) {
        return deed.contender() + "'s " + deed.name();
    }

    /** What a write does, in the past. */
    static String did(Touch touch) {
        return switch (touch.change().kind()) {
            case INSERT -> "added to";
            case DELETE -> "deleted from";
            case UPDATE, REPLACE, OTHER -> touch.adds() ? "added to" : "wrote";
        };
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
