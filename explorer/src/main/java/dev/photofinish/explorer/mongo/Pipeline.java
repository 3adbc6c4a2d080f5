package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What the stages of an aggregation pipeline touch beside the collection that it runs on. */
final class Pipeline {

    private final String database;
    private final List<BsonDocument> stages;

    Pipeline(String database, List<BsonDocument> stages) {
        this.database = database;
        this.stages = stages;
    }

    /** The filter that all its documents have passed, if it begins with one. */
    Optional<BsonDocument> firstMatch() {
        return stages.stream()
                .limit(1)
                .flatMap(stage -> Fields.document(stage, "$match").stream())
                .findFirst();
    }

    List<Access> otherAccesses() {
        return stages.stream()
                .flatMap(stage -> stage.entrySet().stream())
                .flatMap(operator -> ofStage(operator.getKey(), operator.getValue()))
                .distinct()
                .toList();
    }

    private Stream<Access> ofStage(String operator, BsonValue operand) {
        return switch (operator) {
            case "$lookup", "$graphLookup" -> Stream.concat(read(operand, "from"), nested(operand));
            case "$unionWith" -> Stream.concat(read(operand, "coll"), nested(operand));
            case "$facet" -> operand.isDocument() ? facets(operand.asDocument()) : Stream.empty();
            case "$out" -> target(operand).map(Pipeline::written).stream();
            case "$merge" ->
                (operand.isDocument() ? Fields.value(operand.asDocument(), "into") : Optional.of(operand))
                        .flatMap(this::target).map(Pipeline::written).stream();
            default -> Stream.empty();
        };
    }

    private Stream<Access> read(BsonValue operand, String field) {
        return (operand.isDocument() ? Fields.value(operand.asDocument(), field) : Optional.of(operand))
                        .flatMap(this::target)
                        .map(namespace -> new Access(namespace, Mode.READ, Keys.UNKNOWN, Grain.ATOMIC))
                        .stream();
    }

    private Stream<Access> nested(BsonValue operand) {
        return operand.isDocument()
                ? new Pipeline(database, Fields.documents(operand.asDocument(), "pipeline")).otherAccesses().stream()
                : Stream.empty();
    }

    private Stream<Access> facets(BsonDocument facets) {
        return facets.keySet().stream()
                .flatMap(facet -> new Pipeline(database, Fields.documents(facets, facet)).otherAccesses().stream());
    }

    /** A collection is named by itself, or with its database: {@code {db: "…", coll: "…"}}. */
    private Optional<String> target(BsonValue named) {
        if (named.isString()) {
            return Optional.of(database + "." + named.asString().getValue());
        }
        return Optional.of(named)
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument)
                .flatMap(document -> Fields.text(document, "coll")
                        .map(collection -> Fields.text(document, "db").orElse(database) + "." + collection));
    }

    private static Access written(String namespace) {
        return new Access(namespace, Mode.WRITE, Keys.UNKNOWN, Grain.COMPOUND);
    }
}
