package dev.photofinish.explorer.step;

/** Whether others can get in between the parts of one access. */
public enum Grain {
    ATOMIC,
    /** It looks first and writes then, or writes several documents one after the other: an upsert, an update of many. */
    COMPOUND,
    /** It writes so many documents that others see some of them before the rest is there. */
    PIECEMEAL,
    /** What is left of such a one at whose beginning and end others have been let in: in its middle they could still get. */
    REMAINDER
}
