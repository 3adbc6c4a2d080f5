package dev.photofinish.explorer.attribution;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Where a command goes and what it looks for, whatever its kind. Pure. */
final class Filters {

    private Filters() {}

    /** The collection; empty if it names none. */
    static String collection(BsonDocument command) {
        BsonValue first = command.get(command.getFirstKey());
        return first instanceof BsonString name
                ? name.getValue()
                : command.getString("collection", new BsonString("")).getValue();
    }

    /** The stages of an aggregation, which may name other collections; empty if it is none. */
    static String pipeline(BsonDocument command) {
        return elements(command, "pipeline").map(BsonDocument::getFirstKey).collect(Collectors.joining(","));
    }

    /** Each filter that it sends, also those of several updates and that of a pipeline's first stage. */
    static Stream<BsonDocument> of(BsonDocument command) {
        return Stream.of(
                        Stream.of(command.get("filter"), command.get("query")),
                        elements(command, "updates").map(update -> update.get("q")),
                        elements(command, "deletes").map(delete -> delete.get("q")),
                        elements(command, "pipeline").limit(1).map(stage -> stage.get("$match")))
                .flatMap(filters -> filters)
                .filter(filter -> filter != null && filter.isDocument())
                .map(BsonValue::asDocument);
    }

    private static Stream<BsonDocument> elements(BsonDocument command, String field) {
        BsonValue values = command.getOrDefault(field, new BsonArray());
        return values.isArray()
                ? values.asArray().stream().filter(BsonValue::isDocument).map(BsonValue::asDocument)
                : Stream.empty();
    }
}
