package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Focus;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** BSON for people: one line, no more quotes than needed, long values and the whole cut short, secrets masked. */
final class Wording {

    private static final int DOCUMENT_LENGTH = 100;
    private static final int BRIEF_LENGTH = 50;
    private static final int STRING_LENGTH = 40;
    private static final Pattern UUID =
            Pattern.compile("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private static final int UUID_LENGTH = 36;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final Masking masking;
    private final Focus focus;

    Wording(Masking masking) {
        this(masking, Focus.NONE);
    }

    private Wording(Masking masking, Focus focus) {
        this.masking = masking;
        this.focus = focus;
    }

    /** The same, with the fields that matter before all others. */
    Wording about(Focus matters) {
        return new Wording(masking, matters);
    }

    /** Such as <code>{id: "3f2a91c0…", stage: "winding"}</code>, at most about 100 characters. */
    String of(BsonValue value) {
        return cut(written(value), DOCUMENT_LENGTH);
    }

    /** At most about 50 characters: enough to tell which document it is. */
    String briefly(BsonValue value) {
        return cut(written(value), BRIEF_LENGTH);
    }

    private String written(BsonValue value) {
        StringBuilder line = new StringBuilder();
        write("", value, line);
        return line.toString();
    }

    /** Text that is no BSON, such as an error message. */
    String of(String text) {
        return cut(masking.mask(text), DOCUMENT_LENGTH);
    }

    /** @param path where it stands, with a dot behind; empty at the top */
    private void write(String path, BsonValue value, StringBuilder line) {
        switch (value.getBsonType()) {
            case DOCUMENT -> document(path, value.asDocument(), line);
            case ARRAY -> array(path, value.asArray(), line);
            default -> line.append(single(value));
        }
    }

    private String single(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> string(value.asString().getValue());
            case OBJECT_ID -> objectId(value.asObjectId().getValue().toHexString());
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

    /** A session's id may be one, too. */
    private String objectId(String id) {
        return masking.mask(id).equals(id) ? "ObjectId(…" + id.substring(16) + ")" : Masking.MASK;
    }

    private void document(String path, BsonDocument document, StringBuilder line) {
        line.append('{');
        String separator = "";
        for (Map.Entry<String, BsonValue> field : Prominence.inOrder(path, document, focus)) {
            if (isFull(line)) {
                return;
            }
            line.append(separator).append(masking.mask(field.getKey())).append(": ");
            if (isSecret(field.getKey(), field.getValue())) {
                line.append(Masking.MASK);
            } else {
                write(Prominence.below(path, field.getKey()), field.getValue(), line);
            }
            separator = ", ";
        }
        line.append('}');
    }

    private boolean isSecret(String field, BsonValue value) {
        return value.isString()
                ? masking.hides(field, value.asString().getValue())
                : masking.hidesField(field) && !isOperators(value);
    }

    /** What comes behind is cut off; a character takes one or two {@code char}s. */
    private static boolean isFull(StringBuilder line) {
        return line.length() > 2 * DOCUMENT_LENGTH;
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
    private void array(String path, BsonArray values, StringBuilder line) {
        boolean secret = values.stream()
                .anyMatch(value -> value.isString()
                        && value.asString().getValue().startsWith("$")
                        && masking.hidesField(value.asString().getValue()));
        line.append('[');
        String separator = "";
        for (BsonValue value : values) {
            if (isFull(line)) {
                return;
            }
            line.append(separator);
            if (secret && !isPath(value)) {
                line.append(Masking.MASK);
            } else {
                write(path, value, line);
            }
            separator = ", ";
        }
        line.append(']');
    }

    private static boolean isPath(BsonValue value) {
        return value.isString() && value.asString().getValue().startsWith("$");
    }

    private String string(String text) {
        String masked = masking.mask(text);
        String shown =
                masked.length() < UUID_LENGTH ? masked : UUID.matcher(masked).replaceAll("$1…");
        String escaped = cut(shown, STRING_LENGTH).replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + LINE_BREAK.matcher(escaped).replaceAll("⏎") + "\"";
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
