package dev.photofinish.explorer.wire;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ServerDescription;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who belongs to a database, by what its servers say of themselves and of each other.
 *
 * @param answers of those that were asked and answered, at least one
 */
record Roll(List<ServerDescription> answers) {

    Roll {
        answers = List.copyOf(answers);
    }

    Optional<String> setName() {
        return answers.stream()
                .flatMap(answer -> Stream.ofNullable(answer.getSetName()))
                .findFirst();
    }

    /** @throws CannotOpenGate if a certain replica set is expected and this is another */
    void check(Optional<String> expected) throws CannotOpenGate {
        if (expected.isEmpty() || expected.equals(setName())) {
            return;
        }
        ServerDescription first = answers.getFirst();
        String name = expected.get();
        throw new CannotOpenGate(setName()
                .map(actual ->
                        "The replica set at %s is called '%s', not '%s': change replicaSet in the database's address."
                                .formatted(first.getAddress(), actual, name))
                .orElseGet(() ->
                        "%s belongs to no replica set, and the database's address asks for '%s': leave replicaSet out."
                                .formatted(first.getAddress(), name)));
    }

    /** The primary first, if it is known: clients that do not discover the others can write there. */
    List<Upstream.Member> members(Upstream.Reach reach) {
        if (setName().isEmpty() || reach == Upstream.Reach.DIRECT) {
            return answers.stream()
                    .map(answer -> new Upstream.Member(nameOf(answer), answer.getAddress()))
                    .toList();
        }
        Map<String, ServerAddress> asked = new LinkedHashMap<>();
        answers.forEach(answer -> asked.put(nameOf(answer), answer.getAddress()));
        return names().stream()
                .map(name -> new Upstream.Member(name, asked.getOrDefault(name, new ServerAddress(name))))
                .toList();
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        answers.forEach(answer ->
                Stream.ofNullable(answer.getPrimary()).map(Roll::lower).forEach(names::add));
        answers.forEach(answer -> Stream.of(answer.getHosts(), answer.getPassives(), answer.getArbiters())
                .flatMap(Set::stream)
                .map(Roll::lower)
                .forEach(names::add));
        answers.forEach(answer -> names.add(nameOf(answer)));
        return names;
    }

    /** As its replica set calls it. We may have reached it under another name: through a tunnel, from outside of a container. */
    private static String nameOf(ServerDescription answer) {
        String name = answer.getCanonicalAddress();
        return lower(name == null ? answer.getAddress().toString() : name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
