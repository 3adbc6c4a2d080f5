package dev.photofinish.properties.arena;

import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.misty.http.Refusal;
import java.util.List;
import java.util.Optional;

/** What came of it: what every contender was told, in their order, and the schedule as it went. */
public record Played(List<Outcome> told, Schedule schedule) {

    /**
     * What a contender's call returned; empty if it was refused.
     *
     * @throws AssertionError if it failed otherwise
     */
    public Optional<Object> accepted(int contender) {
        return switch (told.get(contender)) {
            case Outcome.Returned returned -> Optional.of(returned.value());
            case Outcome.ReturnedNothing nothing -> Optional.of("nothing");
            case Outcome.Threw threw -> refused(threw.problem());
        };
    }

    private static Optional<Object> refused(Throwable problem) {
        if (problem instanceof Refusal) {
            return Optional.empty();
        }
        throw new AssertionError("A call failed", problem);
    }

    /** How many calls were not refused. */
    public int acceptances() {
        int acceptances = 0;
        for (int contender = 0; contender < told.size(); contender++) {
            acceptances += accepted(contender).isPresent() ? 1 : 0;
        }
        return acceptances;
    }
}
