package dev.photofinish.scenarios.http;

/** Sends one request after the other; the steps around a race use it, and so does the race for what comes before the release. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends the request and waits for the whole answer.
     *
     * @throws NoAnswerException when there is none: connection refused, closed or timed out
     */
    HttpAnswer send(HttpCall call) throws NoAnswerException;
}
