package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.mongo.CollectionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static List<Site> documents(Result result, Reading reading) {
        List<Site> sites = new ArrayList<>();
        Map<String, String> called =
                CollectionNames.inEveryExecution(result.after().keySet());
        result.after()
                .forEach((namespace, after) -> result.given().changes(namespace, after).stream()
                        .flatMap(document ->
                                reading.document(called.getOrDefault(namespace, namespace), document).stream())
                        .forEach(sites::add));
        return sites;
    }
}
