package dev.photofinish.explorer.execution;

/** An execution could not begin: the deployment is down, or there is no fresh data. Says so in a sentence. */
public sealed class CannotBegin extends Exception {

    private static final long serialVersionUID = 1L;

    public CannotBegin(String sentence) {
        super(sentence);
    }

    public CannotBegin(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The data cannot be put back as they were; they would have to be made anew for each execution. */
    public static final class NotPutBack extends CannotBegin {

        private static final long serialVersionUID = 1L;

        public NotPutBack(String sentence) {
            super(sentence);
        }

        public NotPutBack(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Everybody has an answer, and nobody's commands were seen. */
    public static final class NothingSeen extends CannotBegin {

        private static final long serialVersionUID = 1L;

        public NothingSeen(String sentence) {
            super(sentence);
        }
    }
}
