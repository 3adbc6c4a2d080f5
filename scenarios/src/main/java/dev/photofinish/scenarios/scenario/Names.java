package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Nearest;
import dev.photofinish.scenarios.yaml.Problems;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that a step can know, as far as a file tells, each with its fields where those are certain. Grows from step to
 * step; each contender gets a copy of its own.
 */
final class Names {

    /** Words that CEL keeps for itself, and what templates and checks always have. */
    private static final Set<String> TAKEN = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while", //
            "now",
            "unique",
            "user",
            "body",
            "status",
            Standing.ALL);

    private final Map<String, Set<String>> fieldsByName;
    private final Problems problems;

    private Names(Map<String, Set<String>> fieldsByName, Problems problems) {
        this.fieldsByName = new TreeMap<>(fieldsByName);
        this.problems = problems;
    }

    static Names ofRound(Problems problems) {
        return new Names(Map.of("unique", Set.of()), problems);
    }

    Names copy() {
        return new Names(fieldsByName, problems);
    }

    Set<String> all() {
        return Collections.unmodifiableSet(fieldsByName.keySet());
    }

    Map<String, Set<String>> withFields() {
        return Collections.unmodifiableMap(fieldsByName);
    }

    void add(String name) {
        fieldsByName.put(name, Set.of());
    }

    /** A name from the file, which must not hide what is always there. */
    void addKept(String name, Location at) {
        refuseTaken(name, at);
        add(name);
    }

    void addContender(String name, Set<String> fields, Location at) {
        refuseTaken(name, at);
        if (fieldsByName.containsKey(name)) {
            problems.add(at, "a contender \"" + name + "\", which is also a value of the round", "another name");
        }
        fieldsByName.put(name, fields);
    }

    private void refuseTaken(String name, Location at) {
        if (TAKEN.contains(name)) {
            problems.add(at, "the name \"" + name + "\", which means something already", "another name");
        }
    }

    void check(List<Reference> references) {
        references.forEach(this::check);
    }

    private void check(Reference reference) {
        if (!fieldsByName.containsKey(reference.name())) {
            problems.addUnknown(reference.at(), "name", reference.name(), fieldsByName.keySet());
            return;
        }
        Set<String> fields = fieldsByName.getOrDefault(reference.name(), Set.of());
        if (!fields.isEmpty()
                && !reference.path().isEmpty()
                && !fields.contains(reference.path().getFirst())) {
            String field = reference.path().getFirst();
            problems.add(
                    reference.at(),
                    "{{" + reference + "}}: " + reference.name() + " has no \"" + field + "\"",
                    Nearest.oneOf(new TreeSet<>(fields)),
                    Nearest.hint(field, fields));
        }
    }
}
