package dev.photofinish.explorer.oracle;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonParseException;

/**
 * What a contender was told.
 *
 * @param answers to its requests, in their order
 */
public record Told(Outcome outcome, List<BsonValue> answers) {

    /** How a contender fared. */
    public enum Outcome {
        ACCEPTED,
        /** The last answer is a clean refusal, which must have left nothing behind; what was asked before it was accepted. */
        REFUSED,
        /** Anything else: nobody knows how far it came. */
        FAILED
    }

    public Told {
        answers = List.copyOf(answers);
    }

    /** Texts that are JSON documents or arrays are read as such, so that their parts can be told apart. */
    public static Told of(Outcome outcome, List<String> answers) {
        return new Told(outcome, answers.stream().map(Told::parsed).toList());
    }

    /** What it was told before it was refused, if it was. */
    Told first(int answers) {
        return new Told(Outcome.ACCEPTED, this.answers.subList(0, answers));
    }

    private static BsonValue parsed(String text) {
        try {
            return switch (text.isBlank() ? ' ' : text.strip().charAt(0)) {
                case '{' -> BsonDocument.parse(text);
                case '[' -> BsonArray.parse(text);
                default -> new BsonString(text);
            };
        } catch (JsonParseException | IllegalArgumentException otherText) {
            return new BsonString(text);
        }
    }
}
