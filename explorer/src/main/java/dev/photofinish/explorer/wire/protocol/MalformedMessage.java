package dev.photofinish.explorer.wire.protocol;

/** Bytes that are no message of MongoDB's wire protocol. */
public final class MalformedMessage extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedMessage(String sentence) {
        super(sentence);
    }

    public MalformedMessage(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
