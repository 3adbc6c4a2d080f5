package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.template.Environment;
import dev.photofinish.scenarios.template.Secrets;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.FileProblems;
import dev.photofinish.scenarios.yaml.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of deployment: everything that is particular to one application.
 *
 * @param api without a slash at its end
 * @param arrived the header in which the deployment tells when a request's last byte arrived, in nanoseconds
 * @param headers of every request; they may use <code>{{user.…}}</code>
 * @param users by role, at least one each
 * @param database the name of the MongoDB database; empty if nothing needs one
 * @param failures what it counts as if a contender fails only when others come in between
 * @param uncompared what no result is compared by: {@code collection.field}, or a JSON pointer into answers
 * @param secrets what must not appear in reports
 */
public record SystemFile(
        String name,
        String title,
        URI api,
        Optional<Keep> arrived,
        Map<String, Template> headers,
        Login login,
        Map<String, List<User>> users,
        Map<String, Operation> operations,
        Optional<String> database,
        Map<String, Invariant> invariants,
        List<Ignore> ignore,
        Failures failures,
        Set<String> uncompared,
        Secrets secrets) {

    /** @throws FileProblems with everything that is wrong with it */
    public static SystemFile read(Path file, Environment environment) {
        return SystemReader.read(SourceText.ofFile(file), environment);
    }

    /**
     * A system file that comes with Photofinish.
     *
     * @param name such as {@code misty}
     * @throws FileProblems if there is none of that name
     */
    public static SystemFile bundled(String name, Environment environment) {
        return SystemReader.read(SourceText.ofResource("/" + name + "/" + name + ".yaml"), environment);
    }

    /** The JSON Schema of system files. */
    public static String schema() {
        return SystemReader.SCHEMA.text();
    }

    /** What the file itself says that users sign in with. */
    public Set<String> passwords() {
        return Passwords.of(users.values().stream().flatMap(List::stream).toList());
    }

    /** The same system at another address. */
    public SystemFile at(URI address) {
        return new SystemFile(
                name,
                title,
                ApiAddress.withoutSlash(address),
                arrived,
                headers,
                login,
                users,
                operations,
                database,
                invariants,
                ignore,
                failures,
                uncompared,
                secrets);
    }

    /**
     * A user of a role. Contenders take different ones as long as there are any.
     *
     * @param place which of them, counted from 0; beyond the last it begins again with the first
     */
    public User user(String role, int place) {
        List<User> ofRole = users.getOrDefault(role, List.of());
        if (ofRole.isEmpty()) {
            throw new IllegalArgumentException("the system " + name + " has no role " + role);
        }
        return ofRole.get(place % ofRole.size());
    }
}
