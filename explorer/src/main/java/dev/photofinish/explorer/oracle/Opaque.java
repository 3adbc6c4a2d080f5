package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;

/**
 * Finds what nobody chose: generated ids, tokens, times. Numbers that people read, such as {@code ORD-2026-0007}, are chosen: two
 * results with other ones are different results.
 */
final class Opaque {

    /** Two times are equal or not by chance, so all of them are one. */
    static final String TIME = "time";

    private static final String DAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String CLOCK = "\\d{2}:\\d{2}:\\d{2}";
    private static final String HTTP_DATE =
            DAY + ", \\d{1,2}[ -]" + MONTH + "[ -]\\d{2,4} " + CLOCK + "(?: (?:GMT|UTC|[+-]\\d{4}))?";
    private static final String SPOKEN_DATE = DAY + " " + MONTH + " [ \\d]\\d (?:\\d{4} " + CLOCK
            + "(?: GMT[+-]\\d{4}(?: \\([^)]*\\))?)?|" + CLOCK + "(?: [A-Z]{3,4})? \\d{4})";
    private static final String ISO_DATE = "\\d{8}T\\d{6}(?:[.,]\\d+)?Z?|"
            + "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?";
    private static final String DATE_AND_TIME = ISO_DATE + "|" + HTTP_DATE + "|" + SPOKEN_DATE;
    private static final String ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";
    private static final String CUID = "(?=[a-z]*[0-9])[a-z][a-z0-9]{23,}";
    private static final String UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final String JWT = "eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*";
    private static final String HEX = "(?=[0-9]*[a-fA-F])(?=[a-fA-F]*[0-9])[0-9a-fA-F]{16,}";
    private static final String BASE64 = "(?=[\\w+-]*[0-9])(?=[\\w+-]*[a-z])(?=[\\w+-]*[A-Z])[\\w+-]{20,}={0,2}";

    private static final Pattern ANY = Pattern.compile("(?<time>" + DATE_AND_TIME + ")|(?<![\\w+-])(?:" + UUID + "|"
            + JWT + "|" + ULID + "|" + CUID + "|" + HEX + "|" + BASE64 + ")(?![\\w+-])");

    /** The shortest time is {@code 20261130T124500}; only a token that tells what it is by its beginning can be shorter. */
    private static final int SHORTEST = 15;

    private static final String TELLING = "eyJ";

    private static final long MILLIS_OF_A_DAY = 86_400_000L;

    private Opaque() {}

    /** A text cut into its opaque parts and what is between them. */
    static Leaf in(String text, Known known) {
        if (isShort(text)) {
            return Leaf.literal(text);
        }
        List<String> texts = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        Matcher matcher = ANY.matcher(text);
        StringBuilder literal = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            String found = matcher.group().toLowerCase(Locale.ROOT);
            literal.append(text, from, matcher.start());
            from = matcher.end();
            if (known.contains(found)) {
                literal.append(found);
            } else {
                texts.add(literal.toString());
                literal.setLength(0);
                tokens.add(matcher.group("time") == null ? found : TIME);
            }
        }
        texts.add(literal.append(text.substring(from)).toString());
        return new Leaf(texts, tokens);
    }

    /** All opaque parts of a text. */
    static List<String> all(String text) {
        return isShort(text)
                ? List.of()
                : ANY.matcher(text)
                        .results()
                        .map(found -> found.group().toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** Most values and names of fields are, and there may be many thousands of them to look at. */
    private static boolean isShort(String text) {
        return text.length() < SHORTEST && !text.contains(TELLING);
    }

    /** A day without a time is chosen by people. */
    static boolean isADay(long epochMillis) {
        return Math.floorMod(epochMillis, MILLIS_OF_A_DAY) == 0;
    }

    /** A UUID is the same in binary and in text. */
    static String text(BsonBinary binary) {
        return binary.getType() == BsonBinarySubType.UUID_STANDARD.getValue()
                ? binary.asUuid().toString()
                : HexFormat.of().formatHex(binary.getData());
    }
}
