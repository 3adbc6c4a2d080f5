package dev.photofinish.explorer.secret;

import java.util.regex.Pattern;

/**
 * Tells what a machine has drawn at random, as session ids and tokens are, from what people write and read: words, dates,
 * numbers, languages. Pure.
 */
final class TokenLooks {

    /** 64 bits in hexadecimal; less can be guessed, and serves no session. */
    private static final int SHORTEST = 16;

    /** What is drawn from letters of both cases changes them every other letter; what is put together of words does not. */
    private static final double CHANGES_A_LETTER = 0.4;

    private static final int LONGEST_NUMBER = 10;

    private static final Pattern CHARACTERS = Pattern.compile("[\\w.~+/=:-]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_.:/+=~]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}*\\d{0,3}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1," + LONGEST_NUMBER + "}");

    /** A date and time, or one of the two, in the ways of ISO 8601. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:[T ].*)?");

    /** MongoDB's own ids, UUIDs, ULIDs and cuids: documents have them as well. */
    private static final Pattern DOCUMENT_ID = Pattern.compile(
            "(?i)[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-7][0-9a-hjkmnp-tv-z]{25}|c[0-9a-z]{24}");

    private TokenLooks() {}

    static boolean isToken(String text) {
        return text.length() >= SHORTEST && isNoPersons(text);
    }

    /** Whether it is what documents have for an id, too, whose reader must be able to tell which one it is. */
    static boolean isDocumentId(String text) {
        return DOCUMENT_ID.matcher(text).matches();
    }

    /** Whether no person has written it, however short it is. */
    static boolean isNoPersons(String text) {
        return isDocumentId(text)
                || (CHARACTERS.matcher(text).matches() && !DATE.matcher(text).matches() && !isOfWordsAndNumbers(text));
    }

    private static boolean isOfWordsAndNumbers(String text) {
        for (String piece : BETWEEN_WORDS.split(text)) {
            boolean word = WORD.matcher(piece).matches() && !changesCaseAllTheTime(piece);
            if (!word && !NUMBER.matcher(piece).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean changesCaseAllTheTime(String letters) {
        int changes = 0;
        for (int place = 1; place < letters.length(); place++) {
            changes += Character.isUpperCase(letters.charAt(place)) != Character.isUpperCase(letters.charAt(place - 1))
                    ? 1
                    : 0;
        }
        return letters.length() >= SHORTEST / 2 && changes > CHANGES_A_LETTER * letters.length();
    }
}
