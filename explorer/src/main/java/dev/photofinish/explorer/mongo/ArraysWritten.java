package dev.photofinish.explorer.mongo;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Tells whether a command may store an array in one of certain fields. A document with an array in a field is found by each of its
 * elements, so that different values of the field no longer mean different documents.
 */
final class ArraysWritten {

    private final Set<String> fields;

    private ArraysWritten(Set<String> fields) {
        this.fields = fields;
    }

    /** @param fields without a dot in their names */
    static boolean mayBeIn(Set<String> fields, BsonDocument command) {
        return !fields.isEmpty() && new ArraysWritten(fields).by(command);
    }

    private boolean by(BsonDocument command) {
        return switch (Verb.of(command.getFirstKey())) {
            case DELETE -> false;
            case INSERT -> Fields.documents(command, "documents").stream().anyMatch(this::holdsOne);
            case UPDATE -> Fields.documents(command, "updates").stream().anyMatch(one -> by(one, "q", "u"));
            case FIND_AND_MODIFY -> !Fields.flag(command, "remove") && by(command, "query", "update");
            default -> true;
        };
    }

    private boolean by(BsonDocument statement, String filter, String update) {
        boolean insertsFromFilter = Fields.flag(statement, "upsert")
                && Fields.document(statement, filter).filter(this::maySayOne).isPresent();
        return insertsFromFilter
                || Fields.value(statement, update)
                        .filter(how -> !how.isDocument() || byDocument(how.asDocument()))
                        .isPresent();
    }

    private boolean holdsOne(BsonDocument document) {
        return fields.stream()
                .anyMatch(field ->
                        Fields.value(document, field).filter(BsonValue::isArray).isPresent());
    }

    /** Whatever a filter says of the field but a simple value, an upsert may take for the value that it inserts. */
    private boolean maySayOne(BsonDocument filter) {
        return Stream.of("$and", "$or")
                        .flatMap(both -> Fields.documents(filter, both).stream())
                        .anyMatch(this::maySayOne)
                || fields.stream()
                        .anyMatch(field -> Fields.value(filter, field)
                                .filter(value -> KeyValue.text(value).isEmpty())
                                .isPresent());
    }

    private boolean byDocument(BsonDocument update) {
        boolean replaces = update.keySet().stream().noneMatch(name -> name.startsWith("$"));
        return replaces
                ? holdsOne(update)
                : update.entrySet().stream()
                        .anyMatch(operator -> operator.getValue().isDocument()
                                && by(operator.getKey(), operator.getValue().asDocument()));
    }

    private boolean by(String operator, BsonDocument operands) {
        return switch (operator) {
            case "$inc", "$mul", "$unset", "$currentDate", "$bit" -> false;
            case "$set", "$setOnInsert", "$min", "$max" ->
                operands.entrySet().stream()
                        .anyMatch(each -> fields.contains(each.getKey())
                                && each.getValue().isArray());
            case "$rename" -> operands.values().stream().anyMatch(this::isAField);
            default -> operands.entrySet().stream().map(Map.Entry::getKey).anyMatch(this::touchesOne);
        };
    }

    private boolean isAField(BsonValue path) {
        return path.isString() && fields.contains(path.asString().getValue());
    }

    private boolean touchesOne(String path) {
        return Uniqueness.touches(fields, path);
    }
}
