package dev.photofinish.explorer.secret;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What else a secret is to be known by. A cookie is seldom stored as it is sent: {@code connect.sid} is {@code s%3AID.SIGNATURE}
 * and the store has the ID, Spring sends a UUID in Base64, others a signed JSON in Base64 with the ID in it. Pure.
 */
final class Disguises {

    /** Of what separates an id from its signature, and the parts of a signed token from each other. */
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[.:|$!&;,\\s\"{}\\[\\]()]+|--");

    private static final Pattern BASE64 = Pattern.compile("[\\w+/-]{8,}={0,2}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{8,}");

    /** A text in a JSON document with its name. */
    private static final Pattern FIELD = Pattern.compile("\"([^\"\\\\]*)\"\\s*:\\s*\"([^\"\\\\]*)\"");

    private static final Pattern SESSION = Pattern.compile("(?i)sid|sess|jti|nonce|rand|refresh|remember");

    private Disguises() {}

    /** The value itself and whatever is in it that nobody can guess, longest first or not. */
    static Set<String> of(String value) {
        Set<String> found = new LinkedHashSet<>();
        String decoded = percentDecoded(value);
        found.add(value);
        found.add(decoded);
        for (String part : BETWEEN_PARTS.split(decoded)) {
            addPart(part, found);
        }
        addPart(decoded, found);
        return found;
    }

    private static void addPart(String part, Set<String> found) {
        found.add(part);
        inBase64(part).ifPresent(text -> {
            if (text.strip().startsWith("{")) {
                inJson(text, found);
            } else {
                found.add(text);
            }
        });
    }

    /** Of what a signed token says, who it is for and until when is no secret, its number is. */
    private static void inJson(String json, Set<String> found) {
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            if (SESSION.matcher(field.group(1)).find() || SecretLooks.isName(field.group(1))) {
                found.add(field.group(2));
            }
        }
    }

    private static Optional<String> inBase64(String text) {
        if (!BASE64.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(decoded).filter(plain -> PRINTABLE.matcher(plain).matches());
        } catch (IllegalArgumentException | CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    private static String percentDecoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
