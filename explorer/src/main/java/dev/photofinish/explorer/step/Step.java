package dev.photofinish.explorer.step;

/**
 * One command of a contender. Two executions that have gone the same way are at steps of the same {@linkplain Command#shape()
 * shape}, though ids and times in them differ.
 *
 * @param contender whose it is
 * @param index which of the contender's steps, from 1
 */
public record Step(String contender, int index, Command command) {

    /** The step as it was in the end, when it has added no document: an upsert that found one is an update. */
    public Step havingAddedNothing() {
        return new Step(contender, index, command.havingAddedNothing());
    }

    /** The step as it was in the end, when it has only looked: an upsert that was stopped before it inserted. */
    public Step havingOnlyRead() {
        return new Step(contender, index, command.havingOnlyRead());
    }

    /** Whether the two are the same step of a contender, in this execution or another. */
    public boolean sameAs(Step other) {
        return name().equals(other.name());
    }

    /** The same for the same step of a contender, in this execution or another, and for no other. */
    public String name() {
        return contender + " " + index + " " + command.shape();
    }
}
