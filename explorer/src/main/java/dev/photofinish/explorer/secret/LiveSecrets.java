package dev.photofinish.explorer.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place that knows the secrets of a run: what users sign in with, and what the application has given them since, as
 * cookies and tokens. Whoever shows something of the application to people lets it go through here. What serves nobody as a
 * key stays readable: a language, a number, the id of a product that a cookie remembers.
 *
 * <p>Safe for any thread: everything is guarded by this object.
 */
public final class LiveSecrets {

    /** What stands in place of a secret. */
    public static final String MASK = "***";

    /** Texts are looked through by what secrets begin with; nothing shorter is learnt. */
    private static final int BEGINNING = 6;

    /** A token that is renewed with each of a hundred thousand requests; the oldest are forgotten, whose texts are long made. */
    private static final int MOST = 200_000;

    private static final Pattern SESSION_NAME = Pattern.compile("(?i)sess|sid|auth|jwt|sso|login|remember");

    /** Cookies that remember what somebody has looked at or chosen, or who it is: as public as the document whose id that is. */
    private static final Pattern HARMLESS_NAME = Pattern.compile(
            "(?i)cart|basket|product|item|order|user|customer|client|tenant|account|org|shop|store|team|project|company|visitor|viewed|lang|locale|theme|currency");

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    /** Masked wherever they stand, however short: they came from the environment. */
    private final List<String> given;

    /** What users sign in with as the system file has it; short and human, so masked only where it stands alone. */
    private final TreeSet<String> passwords = new TreeSet<>(LONGEST_FIRST);

    /** By what they begin with, in small letters: what is compared with serial orders is written so. */
    private final Map<String, TreeSet<String>> live = new HashMap<>();

    private static final TreeSet<String> NONE = new TreeSet<>();

    private final Queue<String> inOrder = new ArrayDeque<>();

    private LiveSecrets(Collection<String> given) {
        this.given = given.stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .sorted(LONGEST_FIRST)
                .toList();
    }

    /** @param given values that are masked wherever they stand, whatever they look like */
    public static LiveSecrets of(Collection<String> given) {
        return new LiveSecrets(given);
    }

    /** A user signs in with it. */
    public synchronized void learnPassword(String password) {
        if (TokenLooks.isToken(password)) {
            remember(password);
        } else if (password.length() >= 4) {
            passwords.add(password);
        }
    }

    /** It is sent or kept as a token or a key. */
    public void learnToken(String token) {
        Disguises.of(token).stream()
                .filter(part -> TokenLooks.isToken(part) || (part.equals(token) && TokenLooks.isNoPersons(token)))
                .forEach(this::remember);
    }

    /** It is the id of what is kept about a session, unless it looks like the id of any document: some hold sessions in a gym. */
    public void learnSession(String id) {
        if (!TokenLooks.isDocumentId(id)) {
            learnToken(id);
        }
    }

    /** The application has set this cookie, or somebody keeps it. */
    public void learnCookie(String name, String value) {
        boolean session = SESSION_NAME.matcher(name).find() || SecretLooks.isName(name);
        boolean harmless = !session && HARMLESS_NAME.matcher(name).find();
        for (String part : Disguises.of(unquoted(value))) {
            if (session ? TokenLooks.isNoPersons(part) : TokenLooks.isToken(part)) {
                if (!harmless || !TokenLooks.isDocumentId(part)) {
                    remember(part);
                }
            }
        }
    }

    /** The text without what is known to be secret, also where JSON or a form wrote it with escapes. */
    public synchronized String mask(String text) {
        String masked = maskTokens(text);
        for (String value : given) {
            for (String written : List.of(value, inJson(value), percentEncoded(value), plusEncoded(value))) {
                masked = masked.replace(written, MASK);
            }
        }
        for (String password : passwords) {
            for (String written :
                    List.of(password, inJson(password), percentEncoded(password), plusEncoded(password))) {
                masked = masked.contains(written) ? whereAlone(masked, written) : masked;
            }
        }
        return masked;
    }

    /** Without what cannot be a word of anybody's: for texts in which Photofinish itself speaks. */
    public synchronized String maskTokens(String text) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int place = 0; place + BEGINNING <= text.length(); place++) {
            int length = lengthOfSecretAt(text, place);
            if (length > 0) {
                masked.append(text, done, place).append(MASK);
                done = place + length;
                place = done - 1;
            }
        }
        return done == 0 ? text : masked.append(text.substring(done)).toString();
    }

    private int lengthOfSecretAt(String text, int place) {
        for (String secret : live.getOrDefault(beginning(text, place), NONE)) {
            if (text.regionMatches(true, place, secret, 0, secret.length())) {
                return secret.length();
            }
        }
        return 0;
    }

    private synchronized void remember(String secret) {
        if (secret.length() < BEGINNING
                || !live.computeIfAbsent(beginning(secret, 0), beginning -> new TreeSet<>(LONGEST_FIRST))
                        .add(secret)) {
            return;
        }
        inOrder.add(secret);
        if (inOrder.size() > MOST) {
            String oldest = inOrder.remove();
            live.computeIfPresent(beginning(oldest, 0), (beginning, alike) -> {
                alike.remove(oldest);
                return alike.isEmpty() ? null : alike;
            });
        }
    }

    private static String beginning(String text, int place) {
        return text.substring(place, place + BEGINNING).toLowerCase(Locale.ROOT);
    }

    private static String whereAlone(String text, String word) {
        return Pattern.compile("(?<![\\p{L}\\d_./-])" + Pattern.quote(word) + "(?![\\p{L}\\d_/-])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(MASK));
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static String inJson(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String percentEncoded(String value) {
        return plusEncoded(value).replace("+", "%20");
    }

    private static String plusEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Never the secrets themselves. */
    @Override
    public synchronized String toString() {
        return given.size() + passwords.size() + inOrder.size() + " secrets";
    }
}
