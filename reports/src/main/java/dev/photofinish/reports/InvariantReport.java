package dev.photofinish.reports;

import java.util.List;

/**
 * One invariant, checked on data at rest.
 *
 * @param on the collection, or the operation whose answers were judged
 * @param looked how many documents it looked at
 * @param violations how many broke it
 * @param alreadyBroken how many of them did so before the run began
 * @param offenders the first of them, each by its id and what is wrong with it
 * @param problem why it could not be judged; empty if it was
 */
public record InvariantReport(
        String name,
        String title,
        String on,
        long looked,
        long violations,
        long alreadyBroken,
        List<String> offenders,
        String problem) {

    public InvariantReport {
        offenders = List.copyOf(offenders);
    }

    public Verdict verdict() {
        return Ruling.of(this).verdict();
    }

    /** Whether there was simply no data to look at: no verdict, but nothing that went wrong either. */
    public boolean foundNoData() {
        return looked == 0 && violations == 0 && problem.isEmpty();
    }
}
