package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.document.Edit;
import dev.photofinish.explorer.document.Edit.How;
import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Reads what an update does, path by path. Pure. */
final class Edits {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*");

    private Edits() {}

    /** Whether an update says all of what is then there. */
    static boolean replaces(BsonValue update) {
        return update.isDocument() && update.asDocument().keySet().stream().noneMatch(key -> key.startsWith("$"));
    }

    /** A pipeline computes from the document itself, and so loses nothing that somebody else has written. */
    static List<Edit> of(BsonValue update) {
        if (update.isArray()) {
            return Fields.documents(update.asArray()).stream()
                    .flatMap(stage -> stage.values().stream())
                    .filter(BsonValue::isDocument)
                    .flatMap(fields -> fields.asDocument().keySet().stream())
                    .map(path -> new Edit(path, How.OTHER, ""))
                    .toList();
        }
        if (replaces(update)) {
            return update.asDocument().entrySet().stream()
                    .filter(field -> !field.getKey().equals(Traits.ID))
                    .map(Edits::set)
                    .toList();
        }
        return update.isDocument()
                ? update.asDocument().entrySet().stream()
                        .filter(operator -> operator.getValue().isDocument())
                        .flatMap(operator -> ofOperator(
                                operator.getKey(), operator.getValue().asDocument()))
                        .toList()
                : List.of();
    }

    private static Stream<Edit> ofOperator(String operator, BsonDocument operands) {
        return operands.entrySet().stream().flatMap(operand -> switch (operator) {
            case "$setOnInsert" -> Stream.empty();
            case "$set" -> Stream.of(set(operand));
            case "$inc" -> Stream.of(counted(operand));
            case "$push" -> Stream.of(edit(operand, How.ADD));
            case "$addToSet" -> Stream.of(edit(operand, How.JOIN));
            case "$pull", "$pullAll", "$pop" -> Stream.of(edit(operand, How.REMOVE));
            case "$unset" -> Stream.of(new Edit(operand.getKey(), How.SET, "unset"));
            case "$currentDate" -> Stream.of(edit(operand, How.STAMP));
            case "$rename" ->
                Stream.concat(
                        Stream.of(edit(operand, How.OTHER)),
                        operand.getValue().isString()
                                ? Stream.of(
                                        new Edit(operand.getValue().asString().getValue(), How.OTHER, ""))
                                : Stream.empty());
            default -> Stream.of(edit(operand, How.OTHER));
        });
    }

    private static Edit set(Map.Entry<String, BsonValue> field) {
        return edit(field, isTime(field.getValue()) ? How.STAMP : How.SET);
    }

    private static Edit counted(Map.Entry<String, BsonValue> field) {
        BsonValue by = field.getValue();
        boolean down = by.isDecimal128()
                ? by.asDecimal128().getValue().isNegative()
                : by.isNumber() && by.asNumber().doubleValue() < 0;
        return edit(field, down ? How.TAKE : How.GIVE);
    }

    private static boolean isTime(BsonValue value) {
        return value.isDateTime()
                || value.isTimestamp()
                || (value.isString()
                        && TIME.matcher(value.asString().getValue()).matches());
    }

    private static Edit edit(Map.Entry<String, BsonValue> field, How how) {
        return new Edit(field.getKey(), how, operand(field.getValue()));
    }

    private static String operand(BsonValue value) {
        return KeyValue.text(value).orElseGet(() -> new BsonDocument("of", value).toJson());
    }
}
