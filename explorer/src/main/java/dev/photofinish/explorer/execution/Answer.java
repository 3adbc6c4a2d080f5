package dev.photofinish.explorer.execution;

/**
 * What came of a step.
 *
 * @param text for people: shortened, secrets masked
 */
public record Answer(Effect effect, String text) {

    /** What a step did. */
    public enum Effect {
        READ,
        CHANGED,
        /** A write that found nothing to write to. */
        CHANGED_NOTHING,
        /** A write of what was there already: nobody sees it, but who sent it may have meant to change something else. */
        REWROTE,
        FAILED,
        /** Nobody knows. */
        UNKNOWN
    }
}
