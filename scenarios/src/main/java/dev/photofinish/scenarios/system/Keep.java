package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.explorer.secret.SecretLooks;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which value of an answer is kept for later: a JSON pointer, {@code header:}, {@code cookie:} or {@code regex:}. */
public sealed interface Keep {

    /** The value; empty if the answer does not have it. */
    Optional<JsonNode> from(HttpAnswer answer);

    /** Has it remembered what was kept under this name, if that or where it came from says that it is a secret. */
    default void learn(String name, String value, LiveSecrets secrets) {
        if (SecretLooks.hides(name, value) || SecretLooks.hides(toString(), value)) {
            secrets.learnToken(value);
        }
    }

    /** A part of the JSON body; {@code /} is all of it. */
    record Pointer(JsonPointer pointer) implements Keep {
        @Override
        public Optional<JsonNode> from(HttpAnswer answer) {
            return JsonBody.of(answer).map(body -> body.at(pointer)).filter(value -> !value.isMissingNode());
        }

        @Override
        public String toString() {
            return pointer.matches() ? "/" : pointer.toString();
        }
    }

    /** The first header of that name. */
    record Header(String name) implements Keep {
        @Override
        public Optional<JsonNode> from(HttpAnswer answer) {
            return answer.header(name).map(TextNode::valueOf);
        }

        @Override
        public String toString() {
            return "header:" + name;
        }
    }

    /** A cookie that the answer sets, percent-decoded. */
    record Cookie(String name) implements Keep {
        @Override
        public Optional<JsonNode> from(HttpAnswer answer) {
            return SetCookies.value(answer, name).map(TextNode::valueOf);
        }

        @Override
        public void learn(String keptAs, String value, LiveSecrets secrets) {
            secrets.learnCookie(name, value);
        }

        @Override
        public String toString() {
            return "cookie:" + name;
        }
    }

    /** What the pattern's first group matches in the body, or its whole match if it has no group. */
    record Regex(Pattern pattern) implements Keep {
        @Override
        public Optional<JsonNode> from(HttpAnswer answer) {
            Matcher matcher = pattern.matcher(answer.body());
            if (!matcher.find()) {
                return Optional.empty();
            }
            String found = matcher.group(matcher.groupCount() == 0 ? 0 : 1);
            return found == null ? Optional.empty() : Optional.of(TextNode.valueOf(found));
        }

        @Override
        public String toString() {
            return "regex:" + pattern;
        }
    }

    /**
     * Everything that is to be kept of an answer, by name.
     *
     * @throws MissingInAnswer if the answer lacks one of them
     */
    static Map<String, JsonNode> all(Map<String, Keep> keep, HttpAnswer answer) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        keep.forEach((name, from) -> kept.put(
                name,
                from.from(answer)
                        .orElseThrow(() -> new MissingInAnswer("the answer (status " + answer.status() + ") has no "
                                + from + " to keep as \"" + name + "\""))));
        return kept;
    }

    /** Reads one way of keeping; empty if it is none, which the problems tell. */
    static Optional<Keep> of(YamlNode node, Problems problems) {
        return KeepReader.read(node, problems);
    }

    /** Reads a map of names and ways of keeping, in file order. */
    static Map<String, Keep> mapOf(YamlNode map, Problems problems) {
        Map<String, Keep> kept = new LinkedHashMap<>();
        map.entries().forEach((name, node) -> of(node, problems).ifPresent(keep -> kept.put(name, keep)));
        return Collections.unmodifiableMap(kept);
    }
}
