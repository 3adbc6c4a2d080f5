package dev.photofinish.scenarios.template;

import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlList;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the environment's values into a tree: {@code ${NAME}} and {@code ${NAME:-default}} in any text. A dollar sign before
 * that leaves it as it is. What comes from the environment is text, even where it looks like a number.
 */
public final class EnvironmentValues {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}|[^}]*}?)");
    /** Stands where a value is missing, so that what surrounds it is judged as if it were there. */
    private static final String UNKNOWN = "unknown";

    private static final Set<String> SECRET_SECTIONS = Set.of("users", "login", "headers");

    private final Environment environment;
    private final Problems problems;
    private final Set<String> secrets = new LinkedHashSet<>();

    public EnvironmentValues(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** The values that were put into the sections of a system file that sign users in, a user's name excepted. */
    public Secrets secrets() {
        return Secrets.of(secrets);
    }

    /** The same tree with the values put in; an unset variable without default is a problem. */
    public YamlNode fill(YamlNode systemFile) {
        if (!(systemFile instanceof YamlMap map)) {
            return systemFile;
        }
        Map<String, YamlNode> sections = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> sections.put(key, fill(value, SECRET_SECTIONS.contains(key))));
        return new YamlMap(map.at(), sections, map.keys());
    }

    /** Reports every variable in a file that has none, rather than take it for a text. */
    public static void refuse(YamlNode node, String kindOfFile, Problems problems) {
        node.entries().values().forEach(value -> refuse(value, kindOfFile, problems));
        node.items().forEach(item -> refuse(item, kindOfFile, problems));
        if (node instanceof YamlScalar scalar
                && scalar.isText()
                && scalar.text().contains("${")) {
            problems.add(
                    scalar.at(scalar.text().indexOf("${")),
                    "an environment variable in " + kindOfFile,
                    "one that reads the same everywhere",
                    "put it into the system file, such as a default in an operation's \"with\"");
        }
    }

    private YamlNode fill(YamlNode node, boolean secret) {
        return switch (node) {
            case YamlMap map -> {
                Map<String, YamlNode> entries = new LinkedHashMap<>();
                map.entries().forEach((key, value) -> entries.put(key, fill(value, secret && !key.equals("name"))));
                yield new YamlMap(map.at(), entries, map.keys());
            }
            case YamlList list ->
                new YamlList(
                        list.at(),
                        list.items().stream().map(item -> fill(item, secret)).toList());
            case YamlScalar scalar -> fillText(scalar, secret);
        };
    }

    private YamlScalar fillText(YamlScalar scalar, boolean secret) {
        if (!scalar.isText() || !scalar.text().contains("${")) {
            return scalar;
        }
        Matcher matcher = VARIABLE.matcher(scalar.text());
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher, scalar, secret)));
        }
        return scalar.withText(matcher.appendTail(filled).toString());
    }

    private String value(Matcher matcher, YamlScalar scalar, boolean secret) {
        if (matcher.group().equals("$${")) {
            return "${";
        }
        String name = matcher.group(1);
        if (name == null) {
            problems.add(
                    scalar.at(matcher.start()),
                    "a ${ that names no environment variable",
                    "${NAME} or ${NAME:-default}",
                    "write $${ for a plain ${");
            return UNKNOWN;
        }
        Optional<String> value = environment.get(name);
        if (secret) {
            value.ifPresent(secrets::add);
        }
        return value.or(() -> Optional.ofNullable(matcher.group(2))).orElseGet(() -> {
            problems.add(
                    scalar.at(matcher.start()),
                    "the environment variable " + name + " is not set and has no default",
                    "a value",
                    "set it, or write ${" + name + ":-default}");
            return UNKNOWN;
        });
    }
}
