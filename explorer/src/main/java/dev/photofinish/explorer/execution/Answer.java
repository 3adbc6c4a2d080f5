package dev.photofinish.explorer.execution;

import dev.photofinish.explorer.document.Seen;
import dev.photofinish.explorer.step.Later;
import dev.photofinish.explorer.step.Text;

/**
 * What came of a step.
 *
 * @param wording for people: shortened, secrets masked
 * @param seen what it shows of documents
 */
public record Answer(Effect effect, Text wording, Later<Seen> seen) {

    public Answer(Effect effect, Text wording) {
        this(effect, wording, Later.of(Seen.UNKNOWN));
    }

    public Answer(Effect effect, String text) {
        this(effect, Text.of(text));
    }

    /** The answer for people. */
    public String text() {
        return wording.toString();
    }

    /** What a step did. */
    public enum Effect {
        READ,
        CHANGED,
        /** It put a document there that was not there before. */
        ADDED,
        /** A write that found nothing to write to. */
        CHANGED_NOTHING,
        /** A write of what was there already: nobody sees it, but who sent it may have meant to change something else. */
        REWROTE,
        FAILED,
        /** Nobody knows. */
        UNKNOWN
    }
}
