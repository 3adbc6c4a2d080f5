package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.document.Demands;
import dev.photofinish.explorer.document.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Reads documents and filters as what is known of documents. Pure; for any thread. */
final class Portraits {

    private static final int DEEPEST = 5;

    /** Nobody is shown more of an answer, and nothing is explained by a later one. */
    private static final int MOST_DOCUMENTS = 1_000;

    private final Wording wording;

    Portraits(Wording wording) {
        this.wording = wording;
    }

    List<Traits> of(List<BsonDocument> documents) {
        return documents.stream().limit(MOST_DOCUMENTS).map(this::of).toList();
    }

    Traits of(BsonDocument document) {
        Map<String, String> values = new HashMap<>();
        collect("", document, values);
        return new Traits(values, title(document));
    }

    /** By its {@code _id}; what has none, by what comes first. */
    private String title(BsonDocument document) {
        if (document.isEmpty()) {
            return "";
        }
        String field = document.containsKey(Traits.ID) ? Traits.ID : document.getFirstKey();
        return wording.briefly(new BsonDocument(field, document.get(field)));
    }

    private static void collect(String prefix, BsonDocument document, Map<String, String> values) {
        for (Map.Entry<String, BsonValue> field : document.entrySet()) {
            String path = prefix + field.getKey();
            BsonValue value = field.getValue();
            if (value.isDocument() && path.split("\\.", -1).length < DEEPEST) {
                collect(path + ".", value.asDocument(), values);
            } else {
                KeyValue.text(value).ifPresent(text -> values.put(path, text));
            }
        }
    }

    /** What a filter demands by equality or {@code $in}, and all else that it names. */
    Demands demands(BsonDocument filter) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        Set<String> paths = new LinkedHashSet<>();
        demand(filter, values);
        name(filter, paths);
        return new Demands(values, List.copyOf(paths), filter.isEmpty() ? "" : wording.briefly(filter));
    }

    private static void demand(BsonDocument filter, Map<String, Set<String>> values) {
        for (Map.Entry<String, BsonValue> condition : filter.entrySet()) {
            if (condition.getKey().equals("$and")) {
                Fields.documents(filter, "$and").forEach(part -> demand(part, values));
            } else if (!condition.getKey().startsWith("$")) {
                KeyProof.equalTo(condition.getValue()).ifPresent(equal -> values.put(condition.getKey(), equal));
            }
        }
    }

    private static void name(BsonDocument filter, Set<String> paths) {
        filter.forEach((path, condition) -> {
            if (!path.startsWith("$")) {
                paths.add(path);
            } else if (condition instanceof BsonArray parts) {
                Fields.documents(parts).forEach(part -> name(part, paths));
            }
        });
    }

    /** What an upsert brings, as far as its filter and what is set say. */
    Traits brought(Demands demands, List<BsonDocument> set) {
        Map<String, String> values = new HashMap<>();
        demands.values().forEach((path, demanded) -> {
            if (demanded.size() == 1) {
                values.put(path, demanded.iterator().next());
            }
        });
        new ArrayList<>(set).forEach(each -> collect("", each, values));
        return new Traits(values, demands.title());
    }
}
