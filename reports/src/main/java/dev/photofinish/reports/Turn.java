package dev.photofinish.reports;

import java.util.List;

/**
 * One move of a schedule: a command that was let go, or several that were let go together.
 *
 * @param blocked the contenders whose command was under way in the database, blocked, when the move had settled
 */
public record Turn(List<Command> commands, List<String> blocked) {

    public Turn {
        commands = List.copyOf(commands);
        blocked = List.copyOf(blocked);
    }

    /**
     * One database command.
     *
     * @param text shortened, secrets masked
     * @param answer what the database answered, in a few words
     * @param conflicts whether it is one of those that explain what went wrong
     */
    public record Command(String contender, String text, String answer, boolean conflicts) {}
}
