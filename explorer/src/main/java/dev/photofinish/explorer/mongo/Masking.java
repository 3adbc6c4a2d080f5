package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.secret.SecretLooks;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        boolean secret = SecretLooks.isName(name);
        if (hiding.size() < MOST_NAMES) {
            hiding.put(name, secret);
        }
        return secret;
    }

    /** The text without the secrets in it. */
    public String mask(String text) {
        String masked = SecretLooks.maskValues(text, MASK);
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
