package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.explorer.secret.SecretLooks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Values that came from the environment and serve to sign in. They must not appear in reports.
 *
 * @param values longest first, none of them blank
 */
public record Secrets(List<String> values) {

    private static final String MASK = "***";

    public Secrets {
        // a secret that contains another one must be masked before it
        values = values.stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    public static Secrets of(Set<String> values) {
        return new Secrets(List.copyOf(values));
    }

    /**
     * The text with every secret in it replaced, also where JSON or a form wrote it with escapes, and with it whatever looks
     * like one.
     */
    public String mask(String text) {
        String masked = SecretLooks.mask(text, MASK);
        for (String value : values) {
            masked = masked.replace(value, MASK)
                    .replace(inJson(value), MASK)
                    .replace(percentEncoded(value), MASK)
                    .replace(percentEncoded(value).replace("%20", "+"), MASK);
        }
        return masked;
    }

    private static String inJson(String value) {
        String quoted = TextNode.valueOf(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never the secrets themselves: records end up in logs. */
    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
