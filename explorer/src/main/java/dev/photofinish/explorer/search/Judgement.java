package dev.photofinish.explorer.search;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the result of a schedule.
 *
 * @param inconclusive why nothing can be said about it, if so; findings count all the same
 */
public record Judgement(List<Finding> findings, Optional<String> inconclusive) {

    public static final Judgement HELD = new Judgement(List.of(), Optional.empty());

    public Judgement {
        findings = List.copyOf(findings);
    }

    public static Judgement of(List<Finding> findings) {
        return new Judgement(findings, Optional.empty());
    }
}
