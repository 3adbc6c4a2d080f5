package dev.photofinish.explorer.data;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a statement can have met. What it does not understand can have met anything: a document counts as untouched only
 * if that is certain.
 */
record Filter(BsonDocument document) {

    private static final Set<String> ALL_OF = Set.of("$and");

    /** The document that it names by {@code _id}, if it does. */
    Optional<BsonValue> id() {
        return Optional.ofNullable(document.get("_id")).flatMap(Filter::constant);
    }

    /** Whether it asks for nothing but the {@code _id}. */
    boolean isOneId() {
        return document.size() == 1 && id().isPresent();
    }

    /**
     * Whether it can have met a document at some time.
     *
     * @param states how the document is known to have been
     * @param changing fields that may have been something else in between
     */
    boolean canHaveMet(List<BsonDocument> states, Predicate<String> changing) {
        return document.entrySet().stream()
                .allMatch(condition -> canHold(condition.getKey(), condition.getValue(), states, changing));
    }

    private static boolean canHold(
            String field, BsonValue wanted, List<BsonDocument> states, Predicate<String> changing) {
        if (ALL_OF.contains(field) && wanted instanceof BsonArray all) {
            return all.stream()
                    .allMatch(part -> !part.isDocument() || new Filter(part.asDocument()).canHaveMet(states, changing));
        }
        if (field.startsWith("$") || field.contains(".") || changing.test(field)) {
            return true;
        }
        return values(wanted)
                .map(values -> states.stream().anyMatch(state -> canBe(state.get(field), values)))
                .orElse(true);
    }

    /** What the field must be one of; nothing if the condition is of another kind. */
    private static Optional<List<BsonValue>> values(BsonValue wanted) {
        if (wanted instanceof BsonDocument condition
                && condition.size() == 1
                && condition.get("$in") instanceof BsonArray some
                && some.stream().allMatch(value -> constant(value).isPresent())) {
            return Optional.of(some.getValues());
        }
        return constant(wanted).map(List::of);
    }

    /** A value that a field is compared with for equality; no null, which a missing field equals, and no pattern. */
    private static Optional<BsonValue> constant(BsonValue wanted) {
        return switch (wanted.getBsonType()) {
            case NULL, UNDEFINED, REGULAR_EXPRESSION, ARRAY -> Optional.empty();
            case DOCUMENT -> ofDocument(wanted.asDocument());
            default -> Optional.of(wanted);
        };
    }

    private static Optional<BsonValue> ofDocument(BsonDocument wanted) {
        if (wanted.size() == 1 && wanted.containsKey("$eq")) {
            return constant(wanted.get("$eq"));
        }
        boolean operators = !wanted.isEmpty() && wanted.getFirstKey().startsWith("$");
        return operators ? Optional.empty() : Optional.of(wanted);
    }

    private static boolean canBe(@Nullable BsonValue value, List<BsonValue> wanted) {
        if (value == null) {
            return false;
        }
        Stream<BsonValue> parts = value instanceof BsonArray array ? array.stream() : Stream.of(value);
        return parts.anyMatch(part -> wanted.stream().anyMatch(one -> canEqual(part, one)));
    }

    /** Numbers of any type are equal by value, texts may be by a collation that nobody has told. */
    static boolean canEqual(BsonValue one, BsonValue other) {
        if (one.isNumber() && other.isNumber()) {
            return Numbers.equal(one, other);
        }
        if (one.isString() && other.isString()) {
            return folded(one).equals(folded(other));
        }
        return one.equals(other) || (one.isDocument() && other.isDocument());
    }

    static String folded(BsonValue text) {
        return Normalizer.normalize(text.asString().getValue(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
