package dev.photofinish.explorer.step;

import dev.photofinish.explorer.document.Intent;
import java.util.List;

/**
 * A database command, as far as a scheduler needs to know it.
 *
 * @param name what it does in a word, such as {@code findAndModify}
 * @param shape what does not change from one execution to the next: name, namespaces, names of fields
 * @param wording the command for people: shortened, secrets masked
 * @param intent what it means to do to which documents: nothing that a schedule depends on, only what explains it
 */
public record Command(String name, String shape, Text wording, List<Access> accesses, Part part, Later<Intent> intent) {

    /** That a contender begins, where that is held as a step of its own: the database is sent nothing. */
    public static final Command BEGINS = new Command("begins", "begins", "begins", List.of(), Part.NONE);

    public Command {
        accesses = List.copyOf(accesses);
    }

    public Command(String name, String shape, Text wording, List<Access> accesses, Part part) {
        this(name, shape, wording, accesses, part, Later.of(Intent.UNKNOWN));
    }

    public Command(String name, String shape, String text, List<Access> accesses, Part part) {
        this(name, shape, Text.of(text), accesses, part);
    }

    /** Whether the database is sent anything. */
    public boolean isSent() {
        return !name.equals(BEGINS.name);
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
        return touching(accesses.stream().map(Access::havingAddedNothing).toList());
    }

    Command havingOnlyRead() {
        return touching(accesses.stream().map(Access::havingOnlyRead).toList());
    }

    /** The same command, of which it is known that it touches these. */
    public Command touching(List<Access> known) {
        return new Command(name, shape, wording, known, part, intent);
    }

    /** Whether both touch the same documents and at least one writes. */
    public boolean conflictsWith(Command other) {
        return accesses.stream().anyMatch(access -> other.accesses.stream().anyMatch(access::conflictsWith));
    }
}
