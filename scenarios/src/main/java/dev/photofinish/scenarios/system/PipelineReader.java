package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlList;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.json.JsonParseException;

/** Reads aggregation pipelines that only look. */
final class PipelineReader {

    private static final Set<String> WRITING = Set.of("$out", "$merge");

    private final Problems problems;

    PipelineReader(Problems problems) {
        this.problems = problems;
    }

    List<JsonNode> read(YamlList stages) {
        stages.items().forEach(this::check);
        return stages.items().stream().map(YamlNode::toJson).toList();
    }

    private void check(YamlNode stage) {
        if (stage instanceof YamlMap map) {
            map.entries().keySet().stream()
                    .filter(key -> !key.startsWith("$"))
                    .forEach(key -> problems.add(map.keyAt(key), "\"" + key + "\" as a stage", "such as $match"));
        }
        checkInside(stage);
        checkExtendedJson(stage);
    }

    private void checkInside(YamlNode node) {
        if (node instanceof YamlMap map) {
            map.entries().keySet().stream()
                    .filter(WRITING::contains)
                    .forEach(key -> problems.add(
                            map.keyAt(key), "the stage " + key + ", which writes", "a pipeline that only reads"));
            map.entries().values().forEach(this::checkInside);
        }
        node.items().forEach(this::checkInside);
        if (node instanceof YamlScalar && node.text().contains("{{")) {
            problems.add(
                    node.at(),
                    "a template in a pipeline that also runs outside of rounds",
                    "a pipeline without templates",
                    "put what depends on the round into \"touched\"");
        }
    }

    private void checkExtendedJson(YamlNode stage) {
        try {
            BsonDocument.parse(stage.toJson().toString());
        } catch (JsonParseException | BsonInvalidOperationException | IllegalArgumentException malformed) {
            problems.add(
                    stage.at(),
                    "no extended JSON: " + malformed.getMessage(),
                    "such as { $date: 2026-01-31T00:00:00Z }");
        }
    }
}
