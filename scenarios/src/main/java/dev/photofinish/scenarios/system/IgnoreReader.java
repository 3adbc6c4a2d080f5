package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads {@code ignore}, which system and scenario files share. */
public final class IgnoreReader {

    private IgnoreReader() {}

    public static List<Ignore> read(YamlNode file) {
        return file.get("ignore").map(YamlNode::items).orElse(List.of()).stream()
                .map(IgnoreReader::one)
                .toList();
    }

    private static Ignore one(YamlNode node) {
        Optional<YamlNode> fields = node.get("filter has");
        return new Ignore(
                node.text("collection"),
                node.get("command").map(YamlNode::text),
                fields.map(YamlNode::itemsOrSelf).orElse(List.of()).stream()
                        .map(YamlNode::text)
                        .toList());
    }
}
