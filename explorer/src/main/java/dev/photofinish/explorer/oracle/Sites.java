package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.List;
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
    static Sites of(Result result, Set<String> among, Varying varying) {
        Known known = Known.of(result);
        return new Sites(told(result, among, known, varying), documents(result, known, varying));
    }

    private static List<Site> told(Result result, Set<String> among, Known known, Varying varying) {
        return result.told().entrySet().stream()
                .filter(told -> among.contains(told.getKey()))
                .map(told -> Site.of(told.getKey(), said(told.getValue()), known, varying))
                .toList();
    }

    private static BsonValue said(Told told) {
        return new BsonDocument("outcome", new BsonString(told.outcome().name()))
                .append("answers", new BsonArray(told.answers()));
    }

    private static List<Site> documents(Result result, Known known, Varying varying) {
        List<Site> sites = new ArrayList<>();
        result.after().forEach((namespace, after) -> {
            if (!varying.containsAllOf(namespace)) {
                result.given()
                        .changes(namespace, after)
                        .forEach(document -> sites.add(Site.of(namespace, document, known, varying)));
            }
        });
        return sites;
    }
}
