package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.template.Scope;
import dev.photofinish.scenarios.template.Template;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A business action a user performs through one HTTP call. The names in its request are its arguments; the caller's
 * {@code with} gives them, then the scope of the round, then the operation's own defaults.
 *
 * @param on the entity it acts on
 * @param defaults for arguments that nobody else gives; a default may use those before it
 * @param keep what its answer always gives, by name
 */
public record Operation(
        String name,
        String title,
        Optional<String> on,
        Request request,
        Map<String, Template> defaults,
        Answers answers,
        Map<String, Keep> keep) {

    /** Every name that a caller's {@code with} may give. */
    public Set<String> arguments() {
        Set<String> names = new TreeSet<>(defaults.keySet());
        request.references().forEach(reference -> names.add(reference.name()));
        defaults.values().forEach(template -> names.addAll(template.names()));
        return names;
    }

    /** The names that it still needs when those are given. */
    public Set<String> missing(Set<String> given) {
        Set<String> known = new LinkedHashSet<>(given);
        Set<String> missing = new LinkedHashSet<>();
        defaults.forEach((name, template) -> {
            if (known.add(name)) {
                addUnknown(template.names(), known, missing);
            }
        });
        request.references().stream().map(Reference::name).forEach(name -> addUnknown(Set.of(name), known, missing));
        return missing;
    }

    private static void addUnknown(Set<String> names, Set<String> known, Set<String> missing) {
        names.stream().filter(name -> !known.contains(name)).forEach(missing::add);
    }

    /**
     * The scope in which its request is rendered.
     *
     * @param scope the values of the round so far, with {@code user} and what the login kept
     * @param with the caller's arguments
     * @throws CannotRender if a default asks for something the scope does not have
     */
    public Scope bind(Scope scope, Map<String, JsonNode> with) {
        Scope bound = scope.withAll(with);
        for (Map.Entry<String, Template> entry : defaults.entrySet()) {
            if (!bound.has(entry.getKey())) {
                bound = bound.with(entry.getKey(), entry.getValue().render(bound));
            }
        }
        return bound;
    }
}
