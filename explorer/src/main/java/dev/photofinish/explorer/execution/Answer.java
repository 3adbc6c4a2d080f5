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
        /** A write that found nothing to change. */
        CHANGED_NOTHING,
        FAILED,
        /** Nobody knows. */
        UNKNOWN
    }
}
