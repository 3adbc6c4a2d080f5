package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Outcome;

/** The start or the end of one operation of one contender. */
public sealed interface Event {

    String contender();

    String operation();

    /** When, as {@link System#nanoTime()} of this JVM. */
    long nanos();

    /** The operation was let go. */
    record Invocation(String contender, String operation, long nanos) implements Event {}

    /** It ended, in this way. */
    record Completion(Invocation invocation, long nanos, Outcome outcome) implements Event {

        @Override
        public String contender() {
            return invocation.contender();
        }

        @Override
        public String operation() {
            return invocation.operation();
        }
    }
}
