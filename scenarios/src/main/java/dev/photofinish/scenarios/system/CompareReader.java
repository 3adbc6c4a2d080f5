package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code compare}, which system and scenario files share. */
public final class CompareReader {

    private CompareReader() {}

    /** What is not compared: {@code collection.field}, or a JSON pointer into answers. */
    public static Set<String> ignored(YamlNode file) {
        return file
                .get("compare")
                .flatMap(compare -> compare.get("ignore"))
                .map(YamlNode::items)
                .orElse(List.of())
                .stream()
                .map(YamlNode::text)
                .collect(Collectors.toUnmodifiableSet());
    }
}
