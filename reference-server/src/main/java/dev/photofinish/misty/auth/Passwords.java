package dev.photofinish.misty.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Slow password hashes (PBKDF2-HMAC-SHA256, RFC 8018) in passlib's notation {@code $pbkdf2-sha256$rounds$salt$hash}, so
 * that accounts of the original can sign in here and the other way round.
 */
public final class Passwords {

    private static final Pattern NOTATION = Pattern.compile("\\$pbkdf2-sha256\\$(\\d+)\\$([^$]+)\\$([^$]+)");
    /** passlib's default; tens of milliseconds, once a sign-in. */
    private static final int ROUNDS = 29_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return "$pbkdf2-sha256$" + ROUNDS + "$" + encode(salt) + "$" + encode(derive(password, salt, ROUNDS));
    }

    /** Whether the password fits the hash; a hash in another notation fits none. */
    public static boolean matches(String password, String hash) {
        Matcher parts = NOTATION.matcher(hash);
        if (!parts.matches()) {
            return false;
        }
        byte[] derived = derive(password, decode(parts.group(2)), Integer.parseInt(parts.group(1)));
        return MessageDigest.isEqual(derived, decode(parts.group(3)));
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    /** passlib's base64: no padding, '.' for '+'. */
    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes).replace('+', '.');
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text.replace('.', '+'));
    }
}
