package dev.photofinish.scenarios.http;

import java.io.IOException;

/** There is no answer to a request; the message says why in words for the person at the keyboard. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1;

    public NoAnswerException(String message) {
        super(message);
    }

    public NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
