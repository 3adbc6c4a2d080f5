package dev.photofinish.explorer.mongo;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides secrets in texts for people: the values of fields whose names look like secrets, values that look like hashed passwords
 * or tokens, and values known to be secret.
 */
public final class Masking {

    /** Nothing is known to be secret; names of fields still tell. */
    public static final Masking BY_NAME = new Masking(Set.of());

    /** What stands in place of a secret. */
    public static final String MASK = "***";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "pass(word|wd|phrase|code)|pwd|secret|token|api[-_]?key|private[-_]?key|authori[sz]ation|credential|cookie|salt",
            Pattern.CASE_INSENSITIVE);

    /** Hashed passwords as bcrypt, crypt, Argon2 and the frameworks write them, signed tokens, and what follows "Bearer". */
    private static final Pattern LOOKS_SECRET = Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{20,}"
            + "|\\$(?:argon2(?:id|i|d)|scrypt|pbkdf2(?:-\\w+)?|[1567y])\\$[^\\s\"',}\\]]+"
            + "|\\b(?:pbkdf2|scrypt|bcrypt|argon2)[:_][\\w:]+\\$[^\\s\"',}\\]]+"
            + "|\\beyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?"
            + "|(?<=[Bb]earer )[\\w.~+/=-]{8,}");

    /** An application has hundreds of names; where it makes names of values, they would have no end. */
    private static final int MOST_NAMES = 10_000;

    private final Set<String> secrets;
    /** Names looked at before: each command has the same ones again. */
    private final Map<String, Boolean> hiding = new ConcurrentHashMap<>();

    private Masking(Set<String> secrets) {
        this.secrets = secrets;
    }

    /** Hides these values too, wherever they stand, also inside others. */
    public static Masking of(Set<String> secrets) {
        return new Masking(
                secrets.stream().filter(secret -> !secret.isBlank()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a field's name, or a segment of its path, says that it holds a secret. */
    public boolean hidesField(String name) {
        Boolean known = hiding.get(name);
        return known == null ? looksSecret(name) : known;
    }

    private boolean looksSecret(String name) {
        boolean secret = SECRET_NAME.matcher(name).find();
        if (hiding.size() < MOST_NAMES) {
            hiding.put(name, secret);
        }
        return secret;
    }

    /** The text without the secrets in it. */
    public String mask(String text) {
        String masked = LOOKS_SECRET.matcher(text).replaceAll(MASK);
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
