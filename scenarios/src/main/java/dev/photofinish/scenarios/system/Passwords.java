package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.explorer.secret.SecretLooks;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What users sign in with. A password that is somebody's name or role, too, as in many a test deployment, is none that could be
 * kept from anybody, and what has that name must be readable. Pure.
 */
final class Passwords {

    private static final Pattern SHORT_ONES = Pattern.compile("(?i)pin|otp|code");

    private final Set<String> secret = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    private Passwords() {}

    static Set<String> of(Collection<User> users) {
        Passwords passwords = new Passwords();
        for (User user : users) {
            passwords.known.add(user.name());
            passwords.known.add(user.role());
            passwords.read(user.attributes(), false);
        }
        passwords.secret.removeAll(passwords.known);
        return Set.copyOf(passwords.secret);
    }

    private void read(JsonNode node, boolean hidden) {
        if (node.isContainerNode()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                read(field.getValue(), hidden || isSecret(field.getKey()));
            }
            node.elements().forEachRemaining(item -> {
                if (node.isArray()) {
                    read(item, hidden);
                }
            });
        } else {
            (hidden ? secret : known).add(node.asText());
        }
    }

    private static boolean isSecret(String name) {
        return SecretLooks.isName(name) || SHORT_ONES.matcher(name).matches();
    }
}
