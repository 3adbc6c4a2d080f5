package dev.photofinish.scenarios.scenario;

import java.util.List;

/**
 * One user's part in a scenario.
 *
 * @param name what expressions call it
 * @param sharing with whom it shares cookies and token
 * @param steps at least one, in order
 */
public record Contender(String name, String role, Sharing sharing, List<Step.Call> steps) {

    /** With whom a contender shares cookies and what the sign-in kept. */
    public enum Sharing {
        /** With everybody of the same user, as the tabs of one browser do. */
        THE_USERS,
        /** With nobody: it signs in for itself. */
        ITS_OWN
    }

    /** The same part under another name. */
    public Contender named(String other) {
        return new Contender(other, role, sharing, steps);
    }

    /** Only the first of its steps. */
    public Contender first(int some) {
        return new Contender(name, role, sharing, steps.subList(0, some));
    }

    /** The name of the operation that it is about: those before it lead there. */
    public String lastOperation() {
        return steps.getLast().operation().name();
    }
}
