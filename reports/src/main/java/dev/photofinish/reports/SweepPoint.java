package dev.photofinish.reports;

/** The rounds in which the second contender was released {@code offsetMicros} after the first (before it, if negative). */
public record SweepPoint(long offsetMicros, Tally tally) {}
