package dev.photofinish.scenarios.scenario;

import java.util.List;

/**
 * One user's part in a scenario.
 *
 * @param name what expressions call it
 * @param steps at least one, in order
 */
public record Contender(String name, String role, List<Step.Call> steps) {

    /** The same part under another name. */
    public Contender named(String other) {
        return new Contender(other, role, steps);
    }

    /** Only the first of its steps. */
    public Contender first(int some) {
        return new Contender(name, role, steps.subList(0, some));
    }

    /** The name of the operation that it is about: those before it lead there. */
    public String lastOperation() {
        return steps.getLast().operation().name();
    }
}
