package dev.photofinish.explorer.mongo;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** BSON for people: one line, no more quotes than needed, long values and the whole cut short, secrets masked. */
final class Wording {

    private static final int DOCUMENT_LENGTH = 100;
    private static final int STRING_LENGTH = 40;
    private static final Pattern UUID =
            Pattern.compile("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final Masking masking;

    Wording(Masking masking) {
        this.masking = masking;
    }

    /** Such as <code>{id: "3f2a91c0…", stage: "winding"}</code>, at most about 100 characters. */
    String of(BsonValue value) {
        return cut(full(value), DOCUMENT_LENGTH);
    }

    /** Text that is no BSON, such as an error message. */
    String of(String text) {
        return cut(masking.mask(text), DOCUMENT_LENGTH);
    }

    private String full(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> document(value.asDocument());
            case ARRAY -> array(value.asArray());
            case STRING -> string(value.asString().getValue());
            case OBJECT_ID ->
                "ObjectId(…" + value.asObjectId().getValue().toHexString().substring(16) + ")";
            case DATE_TIME ->
                Instant.ofEpochMilli(value.asDateTime().getValue()).toString();
            case INT32, INT64 -> String.valueOf(value.asNumber().longValue());
            case DOUBLE -> String.valueOf(value.asDouble().getValue());
            case DECIMAL128 -> value.asDecimal128().getValue().toString();
            case BOOLEAN -> String.valueOf(value.asBoolean().getValue());
            case NULL -> "null";
            case REGULAR_EXPRESSION ->
                "/" + masking.mask(value.asRegularExpression().getPattern()) + "/";
            case BINARY -> binary(value.asBinary().getData());
            default -> value.getBsonType().name();
        };
    }

    private String document(BsonDocument document) {
        return document.entrySet().stream().map(this::field).collect(Collectors.joining(", ", "{", "}"));
    }

    private String field(Map.Entry<String, BsonValue> field) {
        String value = masking.hidesField(field.getKey()) && !isOperators(field.getValue())
                ? Masking.MASK
                : full(field.getValue());
        return masking.mask(field.getKey()) + ": " + value;
    }

    /** <code>{token: {$exists: true}}</code> tells no secret, <code>{token: {$eq: "…"}}</code> does. */
    private static boolean isOperators(BsonValue value) {
        return value.isDocument()
                && !value.asDocument().isEmpty()
                && value.asDocument().entrySet().stream()
                        .allMatch(operator -> operator.getKey().startsWith("$")
                                && operator.getValue().isBoolean());
    }

    /** An expression such as <code>{$eq: ["$password", "…"]}</code> compares a secret. */
    private String array(BsonArray values) {
        boolean secret = values.stream()
                .anyMatch(value -> value.isString()
                        && value.asString().getValue().startsWith("$")
                        && masking.hidesField(value.asString().getValue()));
        return values.stream()
                .map(value -> secret && !isPath(value) ? Masking.MASK : full(value))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean isPath(BsonValue value) {
        return value.isString() && value.asString().getValue().startsWith("$");
    }

    private String string(String text) {
        String masked = UUID.matcher(masking.mask(text)).replaceAll("$1…");
        return "\""
                + cut(masked, STRING_LENGTH)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("\\R", "⏎") + "\"";
    }

    private static String binary(byte[] data) {
        String hex = HexFormat.of().formatHex(data, 0, Math.min(4, data.length));
        return "Binary(" + hex + (data.length > 4 ? "…" : "") + ")";
    }

    private static String cut(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
