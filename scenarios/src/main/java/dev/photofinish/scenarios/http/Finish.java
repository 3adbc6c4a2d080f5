package dev.photofinish.scenarios.http;

/** How a {@link Shot} ended: with an answer, whatever its status, or with none. */
public sealed interface Finish {

    Stamps stamps();

    record Answered(HttpAnswer answer, Stamps stamps) implements Finish {}

    /**
     * No answer, or none that can be read.
     *
     * @param reason a sentence: refused, reset, timed out, not HTTP, withdrawn, ...
     * @param end who gave up
     */
    record Unanswered(String reason, Stamps stamps, End end) implements Finish {

        /** Who ended an exchange without an answer. */
        public enum End {
            /** Nobody waited for it any longer. */
            GIVEN_UP,
            /** The connection broke or closed, or nothing that can be read came. */
            CUT_OFF
        }
    }
}
