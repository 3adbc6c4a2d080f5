package dev.photofinish.reports;

/**
 * Commands that went through the gate unscheduled.
 *
 * @param command what they were, such as {@code find jobs}
 */
public record Passed(Reason reason, String command, long times) {

    public enum Reason {
        /** The files say that they are no part of the contest. */
        IGNORED,
        /** No contender can own them: a scheduled job, a background thread. */
        UNOWNED
    }
}
