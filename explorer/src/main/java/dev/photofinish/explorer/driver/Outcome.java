package dev.photofinish.explorer.driver;

/** How a contender's code ended. */
public sealed interface Outcome {

    /** It returned this; "nothing" if it returned null. */
    record Returned(Object value) implements Outcome {}

    record Threw(Throwable problem) implements Outcome {}
}
