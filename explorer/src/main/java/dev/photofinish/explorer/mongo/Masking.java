package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.explorer.secret.SecretLooks;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hides secrets in texts for people: the values of fields whose names look like secrets, values that look like hashed passwords
 * or tokens, and values known to be secret.
 */
public final class Masking {

    /** Nothing is known to be secret; names of fields still tell. */
    public static final Masking BY_NAME = new Masking(LiveSecrets.of(Set.of()));

    /** What stands in place of a secret. */
    public static final String MASK = LiveSecrets.MASK;

    /** An application has hundreds of names; where it makes names of values, they would have no end. */
    private static final int MOST_NAMES = 10_000;

    private final LiveSecrets secrets;
    /** Names looked at before: each command has the same ones again. */
    private final Map<String, Boolean> hiding = new ConcurrentHashMap<>();

    private Masking(LiveSecrets secrets) {
        this.secrets = secrets;
    }

    /** Hides these values too, wherever they stand, also inside others. */
    public static Masking of(Set<String> secrets) {
        return of(LiveSecrets.of(secrets));
    }

    /** Hides what is known of a run, as it comes to be known. */
    public static Masking of(LiveSecrets secrets) {
        return new Masking(secrets);
    }

    /** Whether a field's name, or a segment of its path, says that it holds a secret. */
    public boolean hidesField(String name) {
        Boolean known = hiding.get(name);
        return known == null ? looksSecret(name) : known;
    }

    /** Whether a text that stands in such a field is a secret. */
    public boolean hides(String name, String value) {
        return hidesField(name) || SecretLooks.hides(name, value);
    }

    private boolean looksSecret(String name) {
        boolean secret = SecretLooks.isName(name);
        if (hiding.size() < MOST_NAMES) {
            hiding.put(name, secret);
        }
        return secret;
    }

    /** The text without the secrets in it, which may be JSON. */
    public String mask(String text) {
        return secrets.mask(SecretLooks.mask(text, MASK));
    }
}
