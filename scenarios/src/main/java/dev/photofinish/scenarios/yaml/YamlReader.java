package dev.photofinish.scenarios.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML 1.2 with its JSON schema: only {@code true}, {@code null} and what JSON calls a number are anything but text,
 * so a telephone number keeps its leading zero. Duplicate keys, anchors, aliases and tags of one's own are problems.
 */
public final class YamlReader {

    /** Where most of those go wrong who write rules: {@code !} begins a tag, {@code &} an anchor, and so on. */
    private static final Pattern UNQUOTED =
            Pattern.compile("anchor|alias|tag\\b|cannot start any token|mapping values are not allowed");

    private static final String QUOTE =
            "an expression that begins with one of ! & * @ ` % or has \": \" in it stands in quotes";

    /** Far more than a person writes, far less than what would exhaust the stack. */
    private static final int DEEPEST = 64;

    private final String file;
    private final Problems problems;

    private YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * @param file the name that locations carry
     * @return the tree without what could not be read, or empty if there is none; the problems tell
     */
    public static Optional<YamlNode> read(String file, String text, Problems problems) {
        return new YamlReader(file, problems).read(text);
    }

    private Optional<YamlNode> read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowNonScalarKeys(true) // to report them with their place
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(Location.ofFile(file), "the file is empty", "a YAML map");
            }
            return root.flatMap(node -> convert(node, 0));
        } catch (MarkedYamlEngineException notYaml) {
            Location where = notYaml.getProblemMark().map(this::location).orElse(Location.ofFile(file));
            String context = notYaml.getContext() == null ? "" : " (" + notYaml.getContext() + ")";
            problems.add(
                    where,
                    "this is not YAML: " + notYaml.getProblem() + context,
                    "",
                    cure(notYaml.getProblem() + context));
        } catch (YamlEngineException notYaml) {
            problems.add(Location.ofFile(file), "this is not YAML: " + notYaml.getMessage(), "");
        }
        return Optional.empty();
    }

    private static String cure(String problem) {
        return UNQUOTED.matcher(problem).find() ? QUOTE : "";
    }

    private Optional<YamlNode> convert(Node node, int depth) {
        if (node.getAnchor().isPresent()) {
            // aliases of it come back as the very same node, so this also ends recursion
            problems.add(
                    at(node),
                    "an anchor (&" + node.getAnchor().get() + ")",
                    "the value itself",
                    "write it out where it is needed");
            return Optional.empty();
        }
        if (depth > DEEPEST) {
            problems.add(at(node), "nesting deeper than " + DEEPEST + " levels", "less");
            return Optional.empty();
        }
        return switch (node) {
            case MappingNode map -> Optional.of(map(map, depth));
            case SequenceNode list -> Optional.of(list(list, depth));
            case ScalarNode scalar -> scalar(scalar);
            default -> Optional.empty();
        };
    }

    private YamlMap map(MappingNode node, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(at(tuple.getKeyNode()), "a list or map as a key", "a word");
                continue;
            }
            Location first = keys.putIfAbsent(key.getValue(), at(key));
            if (first != null) {
                problems.add(
                        at(key),
                        "the key \"" + key.getValue() + "\" for the second time (first in line " + first.line() + ")",
                        "each key once",
                        "remove one of the two");
                continue;
            }
            convert(tuple.getValueNode(), depth + 1).ifPresent(value -> entries.put(key.getValue(), value));
        }
        return new YamlMap(at(node), entries, keys);
    }

    private YamlList list(SequenceNode node, int depth) {
        List<YamlNode> items = new ArrayList<>();
        node.getValue().forEach(item -> convert(item, depth + 1).ifPresent(items::add));
        return new YamlList(at(node), items);
    }

    private Optional<YamlNode> scalar(ScalarNode node) {
        return value(node).map(value -> new YamlScalar(at(node), value, textColumn(node)));
    }

    private Optional<JsonNode> value(ScalarNode node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Tag tag = node.getTag();
        if (tag.equals(Tag.STR)) {
            return Optional.of(json.textNode(node.getValue()));
        } else if (tag.equals(Tag.NULL)) {
            return Optional.of(json.nullNode());
        } else if (tag.equals(Tag.BOOL)) {
            return Optional.of(json.booleanNode(Boolean.parseBoolean(node.getValue())));
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(node);
        }
        problems.add(at(node), "the tag " + tag.getValue(), "text, a number, true, false or null");
        return Optional.empty();
    }

    private Optional<JsonNode> number(ScalarNode node) {
        try {
            if (node.getTag().equals(Tag.INT)) {
                return Optional.of(whole(new BigInteger(node.getValue())));
            }
            double value = Double.parseDouble(node.getValue());
            if (Double.isFinite(value)) {
                return Optional.of(JsonNodeFactory.instance.numberNode(value));
            }
        } catch (NumberFormatException tagged) {
            // "!!int many": reported below
        }
        problems.add(at(node), node.getValue() + " as a number", "a number that JSON can carry");
        return Optional.empty();
    }

    /** As small as it fits, as Jackson itself reads JSON, so that equal numbers are equal nodes. */
    private static JsonNode whole(BigInteger value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value.bitLength() < Integer.SIZE) {
            return json.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? json.numberNode(value.longValue()) : json.numberNode(value);
    }

    private static int textColumn(ScalarNode node) {
        Optional<Mark> start = node.getStartMark();
        Optional<Mark> end = node.getEndMark();
        if (start.isEmpty()
                || end.isEmpty()
                || start.get().getLine() != end.get().getLine()) {
            return 0;
        }
        int quotes = node.isPlain() ? 0 : 1;
        int length = end.get().getColumn() - start.get().getColumn();
        String text = node.getValue();
        boolean verbatim = length == text.codePointCount(0, text.length()) + 2 * quotes;
        return verbatim ? start.get().getColumn() + 1 + quotes : 0;
    }

    private Location at(Node node) {
        return node.getStartMark().map(this::location).orElse(Location.ofFile(file));
    }

    private Location location(Mark mark) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
