package dev.photofinish.explorer.wire;

/** A file holds no certificate that could be trusted; says in a sentence what it is instead, and what was expected. */
public final class UnusableCertificates extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableCertificates(String sentence) {
        super(sentence);
    }

    UnusableCertificates(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
