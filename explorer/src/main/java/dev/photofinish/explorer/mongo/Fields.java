package dev.photofinish.explorer.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Reads fields of a command that may be of any type or missing: what a client sends wrong is the server's to refuse. */
public final class Fields {

    private Fields() {}

    public static Optional<String> text(BsonDocument document, String field) {
        return value(document, field)
                .filter(BsonValue::isString)
                .map(value -> value.asString().getValue());
    }

    public static Optional<BsonDocument> document(BsonDocument document, String field) {
        return value(document, field).filter(BsonValue::isDocument).map(BsonValue::asDocument);
    }

    /** The documents of an array; none if there is no array. */
    public static List<BsonDocument> documents(BsonDocument document, String field) {
        return document.get(field) instanceof BsonArray array ? documents(array) : List.of();
    }

    public static List<BsonDocument> documents(BsonArray array) {
        List<BsonDocument> documents = new ArrayList<>(array.size());
        for (BsonValue value : array) {
            if (value.isDocument()) {
                documents.add(value.asDocument());
            }
        }
        return documents;
    }

    /** Whether a flag is set; servers take numbers for flags too. */
    public static boolean flag(BsonDocument document, String field) {
        return value(document, field)
                .map(value -> value.isBoolean() ? value.asBoolean().getValue() : value.isNumber() && number(value) != 0)
                .orElse(false);
    }

    public static Optional<Long> number(BsonDocument document, String field) {
        return value(document, field).filter(BsonValue::isNumber).map(Fields::number);
    }

    public static Optional<BsonValue> value(BsonDocument document, String field) {
        return Optional.ofNullable(document.get(field));
    }

    private static long number(BsonValue value) {
        return value.asNumber().longValue();
    }
}
