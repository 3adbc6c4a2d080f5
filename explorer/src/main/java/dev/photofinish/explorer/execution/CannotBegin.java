package dev.photofinish.explorer.execution;

/** An execution could not begin: the deployment is down, or there is no fresh data. Says so in a sentence. */
public final class CannotBegin extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotBegin(String sentence) {
        super(sentence);
    }

    public CannotBegin(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
