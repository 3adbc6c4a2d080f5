package dev.photofinish.explorer.junit;

/** A rule asks for something that there cannot be. That is the test's mistake, whatever the code under test does. */
public final class MisusedRule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MisusedRule(String sentence) {
        super(sentence);
    }
}
