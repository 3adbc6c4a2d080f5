package dev.photofinish.explorer.oracle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * What came of an execution.
 *
 * @param told by contender, in the contenders' order
 * @param given what was there when the execution began; the same instance for all that begin with the same data, as far as
 *     these have been looked at
 * @param after the documents of each collection that was written, by namespace, when everybody had finished; one
 *     that is not in it is as it was
 * @param requested texts that the requests contained: ids in them are no discovery
 */
public record Result(
        Map<String, Told> told, Given given, Map<String, List<BsonDocument>> after, Set<String> requested) {

    public Result {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
        after = Map.copyOf(after);
        requested = Set.copyOf(requested);
    }

    /** How many documents there are in the collections that were written. */
    long documents() {
        return after.values().stream().mapToLong(List::size).sum();
    }

    Map<String, Told.Outcome> outcomes() {
        Map<String, Told.Outcome> outcomes = new LinkedHashMap<>();
        told.forEach((contender, said) -> outcomes.put(contender, said.outcome()));
        return outcomes;
    }

    /** The same, held against one of which more may be known. */
    Result knowing(Given others) {
        return new Result(told, given.knowing(others), after, requested);
    }

    /** The same, as if some contenders had sent so many requests only, all of which were accepted. */
    Result endingAfter(Map<String, Integer> requests) {
        Map<String, Told> some = new LinkedHashMap<>(told);
        requests.forEach((contender, first) -> some.computeIfPresent(contender, (name, all) -> all.first(first)));
        return new Result(some, given, after, requested);
    }
}
