package dev.photofinish.explorer.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonValue;

/**
 * A value without parts.
 *
 * @param texts what stays the same, one more than there are tokens: before, between and behind them
 * @param tokens opaque values in it
 */
record Leaf(List<String> texts, List<String> tokens) {

    /** Sums made in another order differ in the last digits of a double. */
    private static final MathContext SAME_SUM = new MathContext(12);

    private static final int SHORTEST_RANDOM_BYTES = 8;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_+.-]*[\\p{L}\\p{N}]");

    Leaf {
        texts = List.copyOf(texts);
        tokens = List.copyOf(tokens);
    }

    static Leaf literal(String text) {
        return new Leaf(List.of(text), List.of());
    }

    static Leaf of(BsonValue value, Known known) {
        return switch (value.getBsonType()) {
            case STRING -> quoted(Opaque.in(value.asString().getValue(), known));
            case INT32, INT64 -> literal(String.valueOf(value.asNumber().longValue()));
            case DOUBLE, DECIMAL128 -> literal(number(value));
            case BOOLEAN -> literal(String.valueOf(value.asBoolean().getValue()));
            case NULL -> literal("null");
            case TIMESTAMP -> new Leaf(List.of("", ""), List.of(Opaque.TIME));
            default ->
                identity(value)
                        .map(text -> known.contains(text)
                                ? literal(text)
                                : new Leaf(List.of("", ""), List.of(token(value, text))))
                        .orElseGet(() -> literal(plain(value)));
        };
    }

    /** What an opaque value is recognised by, whatever its type; nothing for other values. */
    static Optional<String> identity(BsonValue value) {
        return switch (value.getBsonType()) {
            case OBJECT_ID -> Optional.of(value.asObjectId().getValue().toHexString());
            case BINARY ->
                value.asBinary().getData().length < SHORTEST_RANDOM_BYTES
                        ? Optional.empty()
                        : Optional.of(Opaque.text(value.asBinary()));
            case DATE_TIME ->
                Opaque.isADay(value.asDateTime().getValue()) ? Optional.empty() : Optional.of(plain(value));
            default -> Optional.empty();
        };
    }

    /** The same before another. */
    Leaf then(Leaf other) {
        if (tokens.isEmpty() && other.tokens.isEmpty()) {
            return literal(texts.getFirst() + other.texts.getFirst());
        }
        List<String> all = new ArrayList<>(texts);
        all.set(all.size() - 1, all.getLast() + other.texts.getFirst());
        all.addAll(other.texts.subList(1, other.texts.size()));
        return new Leaf(
                all, Stream.concat(tokens.stream(), other.tokens.stream()).toList());
    }

    /** The value as it stands, with times as one. */
    String raw() {
        return rendered(token -> token);
    }

    /** How it is built: what of it is opaque is a hole. */
    String skeleton() {
        return rendered(token -> token.equals(Opaque.TIME) ? "‹time›" : "‹›");
    }

    /** The same, but every word of its texts is a token, and its tokens are, unless they are constant. */
    Leaf inTokens(Predicate<String> constant) {
        Leaf all = literal("");
        for (int place = 0; place < texts.size(); place++) {
            all = all.then(words(texts.get(place), constant));
            if (place < tokens.size()) {
                all = all.then(word(tokens.get(place), constant));
            }
        }
        return all;
    }

    private static Leaf words(String text, Predicate<String> constant) {
        Leaf all = literal("");
        int from = 0;
        for (MatchResult found : WORD.matcher(text).results().toList()) {
            all = all.then(literal(text.substring(from, found.start()))).then(word(found.group(), constant));
            from = found.end();
        }
        return all.then(literal(text.substring(from)));
    }

    private static Leaf word(String word, Predicate<String> constant) {
        return constant.test(word) ? literal(word) : new Leaf(List.of("", ""), List.of(word));
    }

    /** All words and tokens of it. */
    Set<String> words() {
        Set<String> words = new HashSet<>(tokens);
        texts.forEach(
                text -> WORD.matcher(text).results().map(MatchResult::group).forEach(words::add));
        return words;
    }

    /** With every token replaced. */
    String rendered(UnaryOperator<String> aliases) {
        StringBuilder text = new StringBuilder(texts.getFirst());
        for (int place = 0; place < tokens.size(); place++) {
            text.append(aliases.apply(tokens.get(place))).append(texts.get(place + 1));
        }
        return text.toString();
    }

    private static String token(BsonValue value, String identity) {
        return value.isDateTime() ? Opaque.TIME : identity;
    }

    private static String plain(BsonValue value) {
        return value.isDateTime()
                ? Instant.ofEpochMilli(value.asDateTime().getValue()).toString().toLowerCase(Locale.ROOT)
                : value.toString();
    }

    private static String number(BsonValue value) {
        if (value.isDouble() && !Double.isFinite(value.asDouble().getValue())) {
            return String.valueOf(value.asDouble().getValue());
        }
        if (value.isDecimal128() && !value.asDecimal128().getValue().isFinite()) {
            return value.asDecimal128().getValue().toString();
        }
        BigDecimal exact = value.isDouble()
                ? new BigDecimal(value.asDouble().getValue()).round(SAME_SUM)
                : new BigDecimal(value.asDecimal128().getValue().toString());
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static Leaf quoted(Leaf text) {
        List<String> texts = new ArrayList<>(text.texts);
        texts.set(0, "\"" + texts.getFirst());
        texts.set(texts.size() - 1, texts.getLast() + "\"");
        return new Leaf(texts, text.tokens);
    }
}
