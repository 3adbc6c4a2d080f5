package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Nearest;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads operations. */
final class OperationReader {

    private final Problems problems;

    OperationReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty if it has no request, which the schema has reported. */
    Optional<Operation> read(String name, YamlNode node) {
        return new RequestReader(problems).read(node).map(request -> {
            Operation operation = new Operation(
                    name,
                    node.get("title").map(YamlNode::text).orElse(Titles.of(name)),
                    node.get("on").map(YamlNode::text),
                    request,
                    node.get("with").map(with -> Template.mapOf(with, problems)).orElse(Map.of()),
                    AnswersReader.ofOperation(node, problems),
                    node.get("keep").map(keep -> Keep.mapOf(keep, problems)).orElse(Map.of()));
            node.get("with").ifPresent(with -> checkUsed(operation, with));
            return operation;
        });
    }

    private void checkUsed(Operation operation, YamlNode with) {
        Set<String> used = new TreeSet<>();
        operation.request().references().forEach(reference -> used.add(reference.name()));
        operation.defaults().values().forEach(template -> used.addAll(template.names()));
        for (String name : with.entries().keySet()) {
            if (!used.contains(name)) {
                Location where = with instanceof YamlMap map ? map.keyAt(name) : with.at();
                problems.add(
                        where,
                        "the operation " + operation.name() + " never uses \"" + name + "\"",
                        Nearest.oneOf(used),
                        Nearest.hint(name, used));
            }
        }
    }
}
