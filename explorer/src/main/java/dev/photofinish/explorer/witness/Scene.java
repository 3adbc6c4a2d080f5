package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Change;
import dev.photofinish.explorer.document.Demands;
import dev.photofinish.explorer.document.Intent;
import dev.photofinish.explorer.document.Look;
import dev.photofinish.explorer.document.Seen;
import dev.photofinish.explorer.document.Traits;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The deeds of a schedule and the documents that they met. Which document a filter means is told by what was read or added of it
 * at some time in the schedule: an application names a document by a field of its own as often as by its {@code _id}.
 */
final class Scene {

    private final List<Deed> deeds;
    private final Map<String, List<Traits>> known = new HashMap<>();
    private final List<Glance> glances = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();

    private Scene(List<Deed> deeds) {
        this.deeds = deeds;
        deeds.forEach(this::learn);
        deeds.forEach(deed -> glances(deed).forEach(glances::add));
        deeds.forEach(deed -> touches(deed).forEach(touches::add));
    }

    /** @param deeds in the order in which they took effect */
    static Scene of(List<Deed> deeds) {
        return new Scene(List.copyOf(deeds));
    }

    List<Deed> deeds() {
        return deeds;
    }

    /** What was looked at, in order. */
    List<Glance> glances() {
        return glances;
    }

    /** What was written, or meant to be, in order. */
    List<Touch> touches() {
        return touches;
    }

    List<Touch> touchesOf(Deed deed) {
        return touches.stream().filter(touch -> touch.deed().equals(deed)).toList();
    }

    private void learn(Deed deed) {
        Seen seen = deed.answer().seen().get();
        if (showsStored(deed)) {
            Stream.concat(
                            intent(deed).looks().stream().limit(1).map(Look::namespace),
                            intent(deed).changes().stream().limit(1).map(Change::namespace))
                    .findFirst()
                    .ifPresent(namespace -> seen.documents().forEach(document -> learn(namespace, document)));
        }
        intent(deed).changes().stream()
                .filter(change -> change.kind() == Change.Kind.INSERT)
                .forEach(change -> inserted(change, seen).forEach(document -> learn(change.namespace(), document)));
    }

    /** The server stops at the first that it refuses. */
    private static List<Traits> inserted(Change change, Seen seen) {
        return change.inserted().stream().limit(seen.inserted()).toList();
    }

    private void learn(String namespace, Traits document) {
        if (document.id().isPresent()) {
            known.computeIfAbsent(namespace, unknown -> new ArrayList<>()).add(document);
        }
    }

    private Stream<Glance> glances(Deed deed) {
        if (!deed.looks()) {
            return Stream.empty();
        }
        Seen seen = deed.answer().seen().get();
        Intent intent = intent(deed);
        Stream<Look> looks = intent.looks().isEmpty()
                ? intent.changes().stream()
                        .filter(change -> change.kind() != Change.Kind.INSERT)
                        .map(change -> new Look(change.namespace(), change.demands()))
                : intent.looks().stream();
        return looks.map(look -> new Glance(
                deed, look.namespace(), look.demands(), seen.documents(), showsStored(deed), seen.nothing()));
    }

    private Stream<Touch> touches(Deed deed) {
        return deed.acts() ? intent(deed).changes().stream().map(change -> touch(deed, change)) : Stream.empty();
    }

    private Touch touch(Deed deed, Change change) {
        Seen seen = deed.answer().seen().get();
        if (change.kind() == Change.Kind.INSERT) {
            return new Touch(deed, change, inserted(change, seen), true);
        }
        boolean inserted = seen.inserted() > 0 || (seen.nothing() && deed.changes());
        if (inserted && !change.inserted().isEmpty()) {
            List<Traits> added = Stream.concat(change.inserted().stream(), seen.documents().stream())
                    .toList();
            return new Touch(deed, change, added, true);
        }
        List<Traits> shown = seen.documents().stream()
                .filter(document -> document.id().isPresent())
                .toList();
        return new Touch(deed, change, shown.isEmpty() ? meant(change) : shown, false);
    }

    private List<Traits> meant(Change change) {
        return known.getOrDefault(change.namespace(), List.of()).stream()
                .filter(document -> change.demands().fits(document) == Demands.Fit.YES)
                .toList();
    }

    /** What an aggregation answers are seldom the documents as they are stored. */
    private static boolean showsStored(Deed deed) {
        String name = deed.name().toLowerCase(Locale.ROOT);
        return name.equals("find") || name.equals("findandmodify");
    }

    /** Of a command that was not read for its intent the accesses are known. */
    private static Intent intent(Deed deed) {
        Intent intent = deed.step().command().intent().get();
        if (!intent.equals(Intent.UNKNOWN)) {
            return intent;
        }
        List<Access> accesses = deed.step().command().accesses();
        return new Intent(
                accesses.stream()
                        .filter(access -> access.mode() == Mode.READ)
                        .map(access -> new Look(access.namespace(), demands(access.keys())))
                        .toList(),
                accesses.stream()
                        .filter(access -> access.mode() == Mode.WRITE)
                        .map(access -> new Change(
                                access.namespace(),
                                deed.name().equals("insert") ? Change.Kind.INSERT : Change.Kind.OTHER,
                                demands(access.keys()),
                                List.of(),
                                List.of()))
                        .toList());
    }

    private static Demands demands(Keys keys) {
        return keys.values().isEmpty()
                ? Demands.NONE
                : new Demands(Map.of(keys.field(), Set.copyOf(keys.values())), List.of(keys.field()), "");
    }
}
