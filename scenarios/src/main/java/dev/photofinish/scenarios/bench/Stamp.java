package dev.photofinish.scenarios.bench;

/**
 * When something happened to a request.
 *
 * @param target its path
 * @param nanos {@link System#nanoTime()} of this JVM
 */
record Stamp(String target, long nanos) {}
