package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Reads what contenders were told, and documents, value by value, as far as these are to be compared. For one thread. */
final class Reading {

    private static final int MOST_KEPT = 1_000;

    private static final String GENERATED = "*";

    private final Known known;
    private final Treatments treatments;
    private final Onlooker onlooker;
    /** Thousands of documents refer to the same few. */
    private final Map<String, Leaf> texts = new HashMap<>();

    private final List<Runnable> untold = new ArrayList<>();

    /** Is told what is read. */
    interface Onlooker {

        Onlooker NOBODY = new Onlooker() {};

        /** @param raw the value as it stands, whatever is generated of it */
        default void value(String place, Leaf raw, Leaf value) {}

        /** @param fields the names of a document's fields that do not look generated */
        default void names(String place, Collection<String> fields) {}

        /** @param fields the names of its fields, which tell its kind */
        default void document(String namespace, Set<String> fields) {}
    }

    Reading(Known known, Treatments treatments) {
        this(known, treatments, Onlooker.NOBODY);
    }

    Reading(Known known, Treatments treatments, Onlooker onlooker) {
        this.known = known;
        this.treatments = treatments;
        this.onlooker = onlooker;
    }

    Site told(String contender, BsonValue said) {
        List<Site.Field> fields = new ArrayList<>();
        read(contender + " ", Leaf.literal(""), said, fields);
        tell();
        return new Site(contender, fields);
    }

    /** Nothing if documents of its kind are not compared. */
    Optional<Site> document(String namespace, BsonDocument document) {
        List<Site.Field> fields = new ArrayList<>();
        read(namespace + " ", Leaf.literal(""), document, fields);
        Site site = new Site(namespace, fields);
        if (fields.isEmpty() || treatments.leavesOut(namespace, kind(site))) {
            untold.clear();
            return Optional.empty();
        }
        tell(() -> onlooker.document(namespace, kind(site)));
        tell();
        return Optional.of(site);
    }

    private void tell(Runnable what) {
        if (onlooker != Onlooker.NOBODY) {
            untold.add(what);
        }
    }

    private void tell() {
        untold.forEach(Runnable::run);
        untold.clear();
    }

    /** What tells documents of different kinds apart: the names of their fields. */
    static Set<String> kind(Site site) {
        int from = site.name().length() + 2;
        return site.fields().stream()
                .map(field -> field.place().substring(from))
                .map(path -> path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/')))
                .collect(Collectors.toSet());
    }

    private void read(String place, Leaf path, BsonValue value, List<Site.Field> fields) {
        if (treatments.leavesOut(place)) {
            return;
        }
        if (value.isDocument() && !value.asDocument().isEmpty()) {
            document(place, path, value.asDocument(), fields);
        } else if (value.isArray() && !value.asArray().isEmpty()) {
            List<BsonValue> elements = elements(place, value.asArray());
            for (int element = 0; element < elements.size(); element++) {
                read(place + "/#", path.then(Leaf.literal("/" + element)), elements.get(element), fields);
            }
        } else {
            fields.add(new Site.Field(place, path, leaf(place, value)));
        }
    }

    /** Those of a set in an order of their own; generated values, of which nobody knows which comes first, stay as they stand. */
    private List<BsonValue> elements(String place, BsonArray array) {
        if (!treatments.isSet(place)) {
            return array;
        }
        return array.stream()
                .sorted(Comparator.comparing(element -> looks(place + "/#", element)))
                .toList();
    }

    private String looks(String place, BsonValue element) {
        List<Site.Field> fields = new ArrayList<>();
        new Reading(known, treatments).read(place, Leaf.literal(""), element, fields);
        return fields.stream()
                .map(field -> field.path().skeleton() + ": " + field.value().skeleton())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private void document(String place, Leaf path, BsonDocument document, List<Site.Field> fields) {
        List<String> fixed = new ArrayList<>();
        document.forEach((field, value) -> {
            Leaf name = name(place, field);
            boolean generated = !name.tokens().isEmpty() || !Opaque.all(field).isEmpty();
            if (!generated) {
                fixed.add(field);
            }
            read(
                    place + "/" + (generated ? GENERATED : counted(field)),
                    path.then(Leaf.literal("/")).then(name),
                    value,
                    fields);
        });
        tell(() -> onlooker.names(place, fixed));
    }

    private Leaf name(String place, String field) {
        String escaped = field.replace("~", "~0").replace("/", "~1");
        return treatments.isGenerated(place, field)
                ? new Leaf(List.of("", ""), List.of(escaped))
                : Opaque.in(escaped, known);
    }

    private static String counted(String field) {
        return field.chars().allMatch(letter -> letter >= '0' && letter <= '9') ? "#" : field;
    }

    private Leaf leaf(String place, BsonValue value) {
        if (value.isDocument() || value.isArray()) {
            Leaf empty = Leaf.literal(value.isArray() ? "[]" : "{}");
            tell(() -> onlooker.value(place, empty, empty));
            return empty;
        }
        Treatment treatment = treatments.of(place);
        Leaf leaf = treatment == Treatment.AS_IT_STANDS ? asItStands(value) : loosely(place, value, treatment);
        tell(() -> onlooker.value(place, Leaf.of(value, Known.NOTHING), leaf));
        return leaf;
    }

    private Leaf asItStands(BsonValue value) {
        if (!value.isString() || texts.size() >= MOST_KEPT) {
            return Leaf.of(value, known);
        }
        return texts.computeIfAbsent(value.asString().getValue(), first -> Leaf.of(value, known));
    }

    private Leaf loosely(String place, BsonValue value, Treatment treatment) {
        if (treatment != Treatment.RENAMED) {
            return Leaf.literal("‹any›");
        }
        Leaf raw = Leaf.of(value, Known.NOTHING);
        Treatments.Constants constants = treatments.constants(place);
        return constants.values().contains(raw.raw())
                ? Leaf.literal(raw.raw())
                : raw.inTokens(constants.words()::contains);
    }
}
