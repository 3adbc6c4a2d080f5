package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.expression.ExpressionCompiler;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlList;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads invariants. */
final class InvariantReader {

    private static final Set<String> ON_DATA = Set.of("collection", "touched");
    private static final Set<String> ON_ANSWERS = Set.of("as", "call", "with");

    private final Map<String, List<User>> users;
    private final Map<String, Operation> operations;
    private final Set<String> keptByLogin;
    private final Problems problems;

    InvariantReader(
            Map<String, List<User>> users,
            Map<String, Operation> operations,
            Set<String> keptByLogin,
            Problems problems) {
        this.users = users;
        this.operations = operations;
        this.keptByLogin = keptByLogin;
        this.problems = problems;
    }

    /** Empty if it is incomplete; the problems tell. */
    Optional<Invariant> read(String name, YamlNode node) {
        boolean onData = node.get("collection").isPresent();
        boolean onAnswers = node.get("call").isPresent();
        if (onData == onAnswers) {
            problems.add(
                    node.at(),
                    "the invariant " + name
                            + (onData ? " has both \"collection\" and \"call\"" : " has no \"collection\""),
                    "a collection with a pipeline, or a call with an expression");
            return Optional.empty();
        }
        refuse(name, node, onData ? ON_ANSWERS : ON_DATA, onData ? "a collection" : "a call");
        Optional<YamlNode> violations = node.get("violations");
        String title = node.get("title").map(YamlNode::text).orElse(Titles.of(name));
        return violations.flatMap(
                there -> onData ? onData(name, title, node, there) : onAnswers(name, title, node, there));
    }

    private void refuse(String name, YamlNode node, Set<String> keys, String beside) {
        if (node instanceof YamlMap map) {
            keys.stream()
                    .filter(map.entries()::containsKey)
                    .forEach(key -> problems.add(
                            map.keyAt(key),
                            "\"" + key + "\" beside " + beside + " in invariant " + name,
                            "one without it"));
        }
    }

    private Optional<Invariant> onData(String name, String title, YamlNode node, YamlNode violations) {
        if (!(violations instanceof YamlList stages)) {
            problems.add(
                    violations.at(), "an expression for a collection in invariant " + name, "an aggregation pipeline");
            return Optional.empty();
        }
        List<JsonNode> pipeline = new PipelineReader(problems).read(stages);
        return Optional.of(new Invariant.OnData(
                name,
                title,
                node.text("about"),
                node.text("collection"),
                node.get("touched").map(filter -> Template.of(filter, problems)),
                pipeline));
    }

    private Optional<Invariant> onAnswers(String name, String title, YamlNode node, YamlNode violations) {
        if (!(violations instanceof YamlScalar)) {
            problems.add(violations.at(), "a pipeline for a call in invariant " + name, "an expression over body");
            return Optional.empty();
        }
        Optional<Operation> operation = node.get("call").flatMap(this::operation);
        operation.ifPresent(there -> checkArguments(there, node));
        node.get("as")
                .ifPresentOrElse(
                        this::checkRole,
                        () -> problems.add(
                                node.at(), "the invariant " + name + " has no \"as\"", "the role that calls"));
        Map<String, Template> with =
                node.get("with").map(there -> Template.mapOf(there, problems)).orElse(Map.of());
        return new ExpressionCompiler(Set.of("body", "status"), problems)
                .offenders(violations)
                .flatMap(expression -> operation.map(there -> new Invariant.OnAnswer(
                        name, title, node.text("about"), node.text("as"), there, with, expression)));
    }

    private Optional<Operation> operation(YamlNode call) {
        Optional<Operation> operation = Optional.ofNullable(operations.get(call.text()));
        if (operation.isEmpty()) {
            problems.addUnknown(call.at(), "operation", call.text(), operations.keySet());
        }
        return operation;
    }

    private void checkRole(YamlNode role) {
        if (!users.containsKey(role.text())) {
            problems.addUnknown(role.at(), "role", role.text(), users.keySet());
        }
    }

    /** It runs outside of any round, so nothing but its own {@code with} and the operation's defaults can help. */
    private void checkArguments(Operation operation, YamlNode node) {
        Set<String> given = new HashSet<>(keptByLogin);
        given.addAll(Set.of("user", "unique"));
        node.get("with").ifPresent(with -> given.addAll(with.entries().keySet()));
        operation
                .missing(given)
                .forEach(name -> problems.add(
                        node.at(),
                        "the operation " + operation.name() + " needs \"" + name + "\", which nothing gives",
                        "a value in \"with\""));
    }
}
