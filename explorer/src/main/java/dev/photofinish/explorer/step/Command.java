package dev.photofinish.explorer.step;

import java.util.List;

/**
 * A database command, as far as a scheduler needs to know it.
 *
 * @param name what it does in a word, such as {@code findAndModify}
 * @param shape what does not change from one execution to the next: name, namespaces, names of fields
 * @param wording the command for people: shortened, secrets masked
 */
public record Command(String name, String shape, Text wording, List<Access> accesses, Part part) {

    public Command {
        accesses = List.copyOf(accesses);
    }

    public Command(String name, String shape, String text, List<Access> accesses, Part part) {
        this(name, shape, Text.of(text), accesses, part);
    }

    /** The command for people. */
    public String text() {
        return wording.toString();
    }

    /** Whether it changes nothing that another contender could see. */
    public boolean onlyReads() {
        return part != Part.COMMITS
                && part != Part.ABORTS
                && accesses.stream().allMatch(access -> access.mode() == Mode.READ);
    }

    Command havingAddedNothing() {
        return new Command(
                name,
                shape,
                wording,
                accesses.stream().map(Access::havingAddedNothing).toList(),
                part);
    }

    /** Whether both touch the same documents and at least one writes. */
    public boolean conflictsWith(Command other) {
        return accesses.stream().anyMatch(access -> other.accesses.stream().anyMatch(access::conflictsWith));
    }
}
