package dev.photofinish.explorer.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The opaque values that were there before the contest or occur in the requests: they mean the same in every execution. */
record Known(Set<String> values) {

    static final Known NOTHING = new Known(Set.of());

    static Known of(Result result) {
        Set<String> values = new HashSet<>();
        result.requested().forEach(text -> {
            values.add(text.toLowerCase(Locale.ROOT));
            values.addAll(Opaque.all(text));
        });
        for (Map.Entry<String, List<BsonDocument>> collection : result.before().entrySet()) {
            collection.getValue().forEach(document -> collect(document, values));
        }
        return new Known(values);
    }

    boolean contains(String value) {
        return values.contains(value);
    }

    private static void collect(BsonValue value, Set<String> values) {
        switch (value.getBsonType()) {
            case DOCUMENT -> value.asDocument().values().forEach(part -> collect(part, values));
            case ARRAY -> value.asArray().forEach(part -> collect(part, values));
            case STRING -> values.addAll(Opaque.all(value.asString().getValue()));
            default -> Leaf.identity(value).ifPresent(values::add);
        }
    }
}
