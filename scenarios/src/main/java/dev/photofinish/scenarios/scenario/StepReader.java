package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.expression.Expression;
import dev.photofinish.scenarios.expression.ExpressionCompiler;
import dev.photofinish.scenarios.system.Keep;
import dev.photofinish.scenarios.system.Operation;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Nearest;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads steps, each against the names it can know, and adds to those what it gives. */
final class StepReader {

    private final SystemFile system;
    private final Problems problems;

    StepReader(SystemFile system, Problems problems) {
        this.system = system;
        this.problems = problems;
    }

    /** A call with {@code as}. Empty if it names no operation of the system; the problems tell. */
    Optional<Step.Call> call(YamlNode node, Names names) {
        String role = node.get("as").map(this::role).orElse("");
        return call(node, role, names);
    }

    /** A call of a contender, which has its role from elsewhere. */
    Optional<Step.Call> call(YamlNode node, String role, Names names) {
        Map<String, Template> with =
                node.get("with").map(there -> Template.mapOf(there, problems)).orElse(Map.of());
        with.values().forEach(template -> withSession(names).check(template.references()));
        Optional<Operation> operation = node.get("call").flatMap(this::operation);
        operation.ifPresent(there -> checkArguments(there, node, with.keySet(), names));
        Map<String, Keep> keep = new LinkedHashMap<>();
        operation.ifPresent(there -> keep.putAll(there.keep()));
        node.get("keep").ifPresent(there -> keep.putAll(Keep.mapOf(there, problems)));
        node.get("keep")
                .ifPresent(there -> there.entries().keySet().forEach(name -> names.addKept(name, keyAt(there, name))));
        keep.keySet().forEach(names::add);
        Optional<Expression> check = node.get("check").flatMap(there -> check(there, names));
        return operation.map(there -> new Step.Call(role, there, with, keep, check, node.at()));
    }

    String role(YamlNode node) {
        if (!system.users().containsKey(node.text())) {
            problems.addUnknown(node.at(), "role", node.text(), system.users().keySet());
        }
        return node.text();
    }

    private Optional<Operation> operation(YamlNode node) {
        Optional<Operation> operation = Optional.ofNullable(system.operations().get(node.text()));
        if (operation.isEmpty()) {
            problems.addUnknown(
                    node.at(), "operation", node.text(), system.operations().keySet());
        }
        return operation;
    }

    private void checkArguments(Operation operation, YamlNode node, Set<String> with, Names names) {
        Set<String> arguments = operation.arguments();
        node.get("with")
                .ifPresent(there -> with.stream()
                        .filter(name -> !arguments.contains(name))
                        .forEach(name -> problems.add(
                                keyAt(there, name),
                                "the operation " + operation.name() + " never uses \"" + name + "\"",
                                Nearest.oneOf(arguments),
                                Nearest.hint(name, arguments))));
        Set<String> given = new TreeSet<>(withSession(names).all());
        given.addAll(with);
        Location where = node.get("call").map(YamlNode::at).orElse(node.at());
        operation
                .missing(given)
                .forEach(name -> problems.add(
                        where,
                        "the operation " + operation.name() + " needs \"" + name + "\", which nothing gives up to here",
                        "a value in \"with\", or kept by an earlier step",
                        Nearest.hint(name, given)));
    }

    /** What a user's requests know besides the values of the round. */
    private Names withSession(Names names) {
        Names all = names.copy();
        all.add("user");
        system.login().kept().forEach(all::add);
        return all;
    }

    private Optional<Expression> check(YamlNode node, Names names) {
        Map<String, Set<String>> variables = new TreeMap<>(names.withFields());
        variables.put("body", Set.of());
        variables.put("status", Set.of());
        return new ExpressionCompiler(variables, problems).condition(node);
    }

    static Location keyAt(YamlNode node, String key) {
        return node instanceof YamlMap map ? map.keyAt(key) : node.at();
    }
}
