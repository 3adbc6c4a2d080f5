package dev.photofinish.reports;

/** A rule (an expectation, a check or an invariant) and the number of rounds that broke it. */
public record BrokenRule(String name, String title, int rounds) {}
