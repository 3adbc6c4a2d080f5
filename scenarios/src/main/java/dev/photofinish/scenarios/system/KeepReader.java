package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.core.JsonPointer;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the ways of keeping a value. */
final class KeepReader {

    private KeepReader() {}

    static Optional<Keep> read(YamlNode node, Problems problems) {
        String text = node.text();
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        if (text.startsWith("/")) {
            return pointer(node, problems);
        }
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "header" -> Optional.of(new Keep.Header(rest));
            case "cookie" -> Optional.of(new Keep.Cookie(rest));
            case "regex" -> regex(rest, node, problems);
            default -> Optional.empty(); // the schema has reported it
        };
    }

    private static Optional<Keep> pointer(YamlNode node, Problems problems) {
        try {
            // RFC 6901's empty pointer is nothing to look at in YAML, and an empty key is nothing anyone keeps
            return Optional.of(new Keep.Pointer(JsonPointer.compile(node.text().equals("/") ? "" : node.text())));
        } catch (IllegalArgumentException malformed) {
            problems.add(node.at(), "\"" + node.text() + "\" as a JSON pointer", "such as /data/id or /items/0");
            return Optional.empty();
        }
    }

    private static Optional<Keep> regex(String pattern, YamlNode node, Problems problems) {
        try {
            return Optional.of(new Keep.Regex(Pattern.compile(pattern)));
        } catch (PatternSyntaxException malformed) {
            problems.add(
                    node.at(),
                    "\"" + pattern + "\" is no regular expression: " + malformed.getDescription() + " near character "
                            + (malformed.getIndex() + 1),
                    "a pattern whose first group is the value");
            return Optional.empty();
        }
    }
}
