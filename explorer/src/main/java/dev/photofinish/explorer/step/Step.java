package dev.photofinish.explorer.step;

import java.util.List;

/**
 * One command of a contender, as the scheduler sees it. Two executions that have gone the same way are at steps of the same
 * {@link #shape()}, though ids and times in them differ.
 *
 * @param contender whose it is
 * @param index the contender's how manieth step, from 1
 * @param command what it does in a word, such as {@code findAndModify}
 * @param shape what does not change from one execution to the next: command, namespaces, names of fields
 * @param text the command for people: shortened, secrets masked
 */
public record Step(
        String contender, int index, String command, String shape, String text, List<Access> accesses, Part part) {

    public Step {
        accesses = List.copyOf(accesses);
    }

    /** Whether it changes nothing that another contender could see. */
    public boolean onlyReads() {
        return part != Part.COMMITS
                && part != Part.ABORTS
                && accesses.stream().allMatch(access -> access.mode() == Mode.READ);
    }
}
