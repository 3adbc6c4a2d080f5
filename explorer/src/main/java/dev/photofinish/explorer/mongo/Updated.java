package dev.photofinish.explorer.mongo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What an update writes. */
final class Updated {

    private Updated() {}

    /** The paths that its operators write; empty for a replacement or a pipeline, which may write any. */
    static Optional<List<String>> paths(BsonValue update) {
        boolean operators = update.isDocument()
                && !update.asDocument().isEmpty()
                && update.asDocument().entrySet().stream()
                        .allMatch(each ->
                                each.getKey().startsWith("$") && each.getValue().isDocument());
        return operators
                ? Optional.of(update.asDocument().entrySet().stream()
                        .flatMap(each -> paths(each.getKey(), each.getValue().asDocument()))
                        .toList())
                : Optional.empty();
    }

    /** The whole document that is put in the place of another. */
    static Optional<BsonDocument> replacement(BsonValue update) {
        return Optional.of(update)
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument)
                .filter(document -> document.keySet().stream().noneMatch(name -> name.startsWith("$")));
    }

    /** {@code $rename} writes the paths that it names as well. */
    private static Stream<String> paths(String operator, BsonDocument operands) {
        Stream<String> targets = operands.values().stream()
                .filter(value -> operator.equals("$rename") && value.isString())
                .map(value -> value.asString().getValue());
        return Stream.concat(operands.keySet().stream(), targets);
    }
}
