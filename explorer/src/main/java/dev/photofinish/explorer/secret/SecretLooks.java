package dev.photofinish.explorer.secret;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What looks like a secret though nobody has said that it is one: hashed passwords, tokens, and fields with such names, whatever
 * stands in them. An application's commands, answers and documents are full of them.
 */
public final class SecretLooks {

    private static final String NAMES =
            "pass(?:word|wd|phrase|code)|pwd|secret|token|api[-_]?key|private[-_]?key|authori[sz]ation|credential|cookie|salt"
                    + "|[cx]srf|jwt";

    /** Names that other things have, too: only what looks drawn at random is a secret there. */
    private static final String TOKENS =
            "refresh|bearer|access|auth(?!or)|session|(?<![a-z])sid(?![a-z])|nonce|signature|remember";

    private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);

    private static final Pattern TOKEN = Pattern.compile(TOKENS, Pattern.CASE_INSENSITIVE);

    /** Where nothing else is drawn at random, even if it looks like the id of a document. */
    private static final Pattern REFRESH =
            Pattern.compile("refresh|bearer|(?<![a-z])sid(?![a-z])", Pattern.CASE_INSENSITIVE);

    /** Hashed passwords as bcrypt, crypt, Argon2 and the frameworks write them, signed tokens, and what follows "Bearer". */
    private static final Pattern VALUE = Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{20,}"
            + "|\\$(?:argon2(?:id|i|d)|scrypt|pbkdf2(?:-\\w+)?|[1567y])\\$[^\\s\"',}\\]]+"
            + "|\\b(?:pbkdf2|scrypt|bcrypt|argon2)[:_][\\w:]+\\$[^\\s\"',}\\]]+"
            + "|\\beyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?"
            + "|(?<=[Bb]earer )[\\w.~+/=-]{8,}");

    /** The name of a field in a JSON text, and what is between it and its value. */
    private static final Pattern FIELD =
            Pattern.compile("(?i)\"([^\"]*(?:" + NAMES + "|" + TOKENS + ")[^\"]*)\"\\s*:\\s*");

    private static final Pattern FORM = Pattern.compile(
            "(?i)(?<name>(?:^|[?&])[^=&\\s\"]*(?:" + NAMES + "|" + TOKENS + ")[^=&\\s\"]*=)(?<value>[^&\\s\"]+)");

    /** A component of a record, or an entry of a map, as Java writes it. */
    private static final Pattern COMPONENT = Pattern.compile("(?i)(?<name>[\\w.-]*(?:" + NAMES + "|" + TOKENS
            + ")[\\w.-]*=)(?!true\\b|false\\b|null\\b)(?<value>[^,;\\]}]+)");

    /** That there is one, or none, is no secret. */
    private static final Set<String> SAYS_NOTHING = Set.of("true", "false", "null");

    private SecretLooks() {}

    /** Whether a field's name, or a segment of its path, says that it holds a secret. */
    public static boolean isName(String name) {
        return NAME.matcher(name).find();
    }

    /** Whether a text that stands under this name, which may be a path, is a secret. */
    public static boolean hides(String name, String value) {
        return isName(name)
                || (TOKEN.matcher(name).find()
                        && TokenLooks.isToken(value)
                        && (!TokenLooks.isDocumentId(value)
                                || REFRESH.matcher(name).find()));
    }

    /** The text with every value masked that looks like a secret, whatever its field is called. */
    public static String maskValues(String text, String mask) {
        return VALUE.matcher(text).replaceAll(Matcher.quoteReplacement(mask));
    }

    /** The text, perhaps JSON that is cut off somewhere, or a form, with such values masked and whatever stands in such fields. */
    public static String mask(String text, String mask) {
        return maskValues(maskPairs(FORM, maskFields(text, mask), mask), mask);
    }

    /** The text of an object of the application's, which may be a record, a map or JSON, with the same masked. */
    public static String maskObject(Object object, String mask) {
        return maskValues(maskFields(maskPairs(COMPONENT, String.valueOf(object), mask), mask), mask);
    }

    private static String maskPairs(Pattern pairs, String text, String mask) {
        return pairs.matcher(text)
                .replaceAll(pair -> Matcher.quoteReplacement(pair.group("name")
                        + (hides(pair.group("name"), pair.group("value")) ? mask : pair.group("value"))));
    }

    private static String maskFields(String text, String mask) {
        Matcher name = FIELD.matcher(text);
        StringBuilder masked = new StringBuilder();
        int done = 0;
        while (name.find(done)) {
            int end = endOfValue(text, name.end());
            String value = text.substring(name.end(), end);
            if (!hides(name.group(1), unquoted(value))) {
                masked.append(text, done, name.end());
                done = name.end();
                continue;
            }
            masked.append(text, done, name.end())
                    .append(SAYS_NOTHING.contains(value) || value.isEmpty() ? value : "\"" + mask + "\"");
            done = end;
        }
        return masked.append(text.substring(done)).toString();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** Where a JSON value ends that begins there: text, list and document with all that is in them. */
    private static int endOfValue(String text, int begin) {
        int depth = 0;
        int place = begin;
        while (place < text.length()) {
            char at = text.charAt(place);
            if (depth == 0 && (at == ',' || at == '}' || at == ']' || Character.isWhitespace(at))) {
                return place;
            }
            if (at == '"') {
                place = endOfText(text, place);
            } else {
                depth += at == '{' || at == '[' ? 1 : at == '}' || at == ']' ? -1 : 0;
                place++;
            }
            if (depth == 0 && (at == '"' || at == '}' || at == ']')) {
                return place;
            }
        }
        return text.length();
    }

    private static int endOfText(String text, int quote) {
        int place = quote + 1;
        while (place < text.length() && text.charAt(place) != '"') {
            place += text.charAt(place) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), place + 1);
    }
}
