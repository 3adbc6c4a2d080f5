package dev.photofinish.reports;

import java.util.List;

/**
 * One round that broke a rule (or could not be judged), with everything needed to believe it.
 *
 * @param round counted from 1
 * @param replay the command that runs this round again
 */
public record Witness(int round, Verdict verdict, List<Evidence> evidence, List<Lane> lanes, String replay) {

    public Witness {
        evidence = List.copyOf(evidence);
        lanes = List.copyOf(lanes);
    }
}
