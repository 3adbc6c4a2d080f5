package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.mongo.CollectionNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * All of a result that counts.
 *
 * @param told what the contenders were told, in their order
 * @param documents those that are not as they were
 */
record Sites(List<Site> told, List<Site> documents) {

    /** @param among the contenders that count; what the others were told is left out */
    static Sites of(Result result, Set<String> among, Treatments treatments) {
        return of(result, among, new Reading(Known.of(result), treatments));
    }

    static Sites of(Result result, Set<String> among, Reading reading) {
        return new Sites(told(result, among, reading), documents(result, reading));
    }

    private static List<Site> told(Result result, Set<String> among, Reading reading) {
        return result.told().entrySet().stream()
                .filter(told -> among.contains(told.getKey()))
                .map(told -> reading.told(told.getKey(), said(told.getValue())))
                .toList();
    }

    private static BsonValue said(Told told) {
        return new BsonDocument("outcome", new BsonString(told.outcome().name()))
                .append("answers", new BsonArray(told.answers()));
    }

    /** Those of collections in which something has changed: of what earlier executions have left there may be any number. */
    private static List<Site> documents(Result result, Reading reading) {
        Map<String, List<BsonDocument>> changes = new LinkedHashMap<>();
        result.after().forEach((namespace, after) -> {
            List<BsonDocument> changed = result.given().changes(namespace, after);
            if (!changed.isEmpty()) {
                changes.put(namespace, changed);
            }
        });
        Map<String, String> called = CollectionNames.inEveryExecution(changes.keySet());
        List<Site> sites = new ArrayList<>();
        changes.forEach((namespace, changed) -> {
            String name = Objects.requireNonNull(called.get(namespace));
            changed.forEach(document -> reading.document(name, document).ifPresent(sites::add));
        });
        return sites;
    }
}
