package dev.photofinish.scenarios.http;

/** How a {@link Shot} ended: with an answer, whatever its status, or with none. */
public sealed interface Finish {

    Stamps stamps();

    record Answered(HttpAnswer answer, Stamps stamps) implements Finish {}

    /**
     * No answer, or none that can be read.
     *
     * @param reason a sentence: refused, reset, timed out, not HTTP, withdrawn, ...
     */
    record Unanswered(String reason, Stamps stamps) implements Finish {}
}
