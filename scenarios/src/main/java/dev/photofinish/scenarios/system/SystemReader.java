package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.scenarios.template.Environment;
import dev.photofinish.scenarios.template.EnvironmentValues;
import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.FileProblems;
import dev.photofinish.scenarios.yaml.FileSchema;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.SourceText;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlReader;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads system files: text, tree, environment, schema, then what no schema can say. */
final class SystemReader {

    static final FileSchema SCHEMA = FileSchema.ofResource("/schema/system.schema.json");

    private final Problems problems = new Problems();
    private final EnvironmentValues environment;

    private SystemReader(Environment environment) {
        this.environment = new EnvironmentValues(environment, problems);
    }

    /** @throws FileProblems with everything that is wrong with it */
    static SystemFile read(SourceText source, Environment environment) {
        return new SystemReader(environment).read(source);
    }

    private SystemFile read(SourceText source) {
        Optional<SystemFile> system = YamlReader.read(source.file(), source.text(), problems)
                .map(environment::fill)
                .map(this::checkedAgainstSchema)
                .map(this::system);
        problems.throwIfAny();
        return system.orElseThrow();
    }

    private YamlNode checkedAgainstSchema(YamlNode root) {
        SCHEMA.check(root, problems);
        return root;
    }

    private SystemFile system(YamlNode root) {
        String name = root.text("system");
        Map<String, Template> headers = new RequestReader(problems).headers(root);
        Login login = root.get("login").map(new LoginReader(problems)::read).orElse(new Login.None());
        Map<String, List<User>> users = users(root);
        Map<String, Operation> operations = operations(root);
        checkUserReferences(headers, login, users, operations);
        return new SystemFile(
                name,
                root.get("title").map(YamlNode::text).orElse(name),
                root.get("api").map(api -> ApiAddress.read(api, problems)).orElse(URI.create("http://unknown")),
                root.get("arrived").flatMap(arrived -> Keep.of(arrived, problems)),
                headers,
                login,
                users,
                operations,
                root.get("database").map(database -> database.text("name")),
                invariants(root, new InvariantReader(users, operations, login.kept(), problems)),
                IgnoreReader.read(root),
                root.get("failures")
                        .map(YamlNode::text)
                        .flatMap(Failures::named)
                        .orElse(Failures.NOTICE),
                CompareReader.ignored(root),
                environment.secrets());
    }

    private static Map<String, List<User>> users(YamlNode root) {
        Map<String, List<User>> users = new LinkedHashMap<>();
        root.get("users")
                .ifPresent(roles -> roles.entries()
                        .forEach((role, list) -> users.put(
                                role,
                                list.items().stream()
                                        .flatMap(node -> user(role, node).stream())
                                        .toList())));
        return Collections.unmodifiableMap(users);
    }

    private static Optional<User> user(String role, YamlNode node) {
        return node.toJson() instanceof ObjectNode attributes
                ? Optional.of(new User(node.text("name"), role, attributes))
                : Optional.empty();
    }

    private Map<String, Operation> operations(YamlNode root) {
        OperationReader reader = new OperationReader(problems);
        Map<String, Operation> operations = new LinkedHashMap<>();
        root.get("operations")
                .ifPresent(map -> map.entries()
                        .forEach((name, node) ->
                                reader.read(name, node).ifPresent(there -> operations.put(name, there))));
        return Collections.unmodifiableMap(operations);
    }

    private Map<String, Invariant> invariants(YamlNode root, InvariantReader reader) {
        Map<String, Invariant> invariants = new LinkedHashMap<>();
        root.get("invariants")
                .ifPresent(map -> map.entries()
                        .forEach((name, node) ->
                                reader.read(name, node).ifPresent(there -> invariants.put(name, there))));
        boolean onData = invariants.values().stream().anyMatch(Invariant.OnData.class::isInstance);
        if (onData && root.get("database").isEmpty()) {
            Location where = root.get("invariants").map(YamlNode::at).orElse(root.at());
            problems.add(where, "invariants on data, but no \"database\"", "database: { name: … }");
        }
        return Collections.unmodifiableMap(invariants);
    }

    private void checkUserReferences(
            Map<String, Template> headers,
            Login login,
            Map<String, List<User>> users,
            Map<String, Operation> operations) {
        UserReferences check = new UserReferences(users, problems);
        List<Reference> ofEveryRequest = headers.values().stream()
                .flatMap(value -> value.references().stream())
                .toList();
        // also sent while signing in, when there is nothing but the user
        ofEveryRequest.stream()
                .filter(reference -> !reference.name().equals("user"))
                .forEach(reference -> problems.addUnknown(reference.at(), "name", reference.name(), Set.of("user")));
        check.check(ofEveryRequest);
        check.check(login.references());
        operations.values().forEach(operation -> check.check(operation.request().references()));
    }
}
