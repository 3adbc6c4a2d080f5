package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.yaml.Nearest;
import dev.photofinish.scenarios.yaml.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that every {@code {{user.something}}} is something that every user has. */
final class UserReferences {

    private final Map<String, List<User>> users;
    private final Problems problems;

    UserReferences(Map<String, List<User>> users, Problems problems) {
        this.users = users;
        this.problems = problems;
    }

    void check(List<Reference> references) {
        references.stream()
                .filter(reference -> reference.name().equals("user"))
                .filter(reference -> !reference.path().isEmpty())
                .forEach(this::check);
    }

    private void check(Reference reference) {
        String attribute = reference.path().getFirst();
        users.values().stream()
                .flatMap(List::stream)
                .filter(user -> !user.attributes().has(attribute))
                .findFirst()
                .ifPresent(user -> {
                    Set<String> known = new LinkedHashSet<>();
                    user.attributes().fieldNames().forEachRemaining(known::add);
                    problems.add(
                            reference.at(),
                            "{{" + reference + "}}: the user " + user.name() + " has no \"" + attribute + "\"",
                            Nearest.oneOf(known),
                            Nearest.hint(attribute, known));
                });
    }
}
