package dev.photofinish.reports;

/**
 * Whether the contenders' requests were worked on at the same time.
 *
 * @param rounds in which that could be told
 * @param oneAfterTheOther in how many of them each answer came a whole service time after the one before
 */
public record Overlap(int rounds, int oneAfterTheOther) {}
