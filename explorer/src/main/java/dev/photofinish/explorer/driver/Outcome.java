package dev.photofinish.explorer.driver;

/** How a contender's code ended. */
public sealed interface Outcome {

    record Returned(Object value) implements Outcome {}

    /** It returned null, or is of those that have nothing to return. */
    record ReturnedNothing() implements Outcome {}

    record Threw(Throwable problem) implements Outcome {}
}
