package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Ruling;
import dev.photofinish.reports.Verdict;
import java.util.List;

/**
 * A round and what to think of it.
 *
 * @param evidence what was broken; empty unless violated
 * @param causes why it could not be judged; some may be there beside evidence
 * @param accusations what rules on data gave that were broken
 * @param failures those of the causes that are contenders' failures
 */
record JudgedRound(
        Round round,
        List<Evidence> evidence,
        List<String> causes,
        List<EndedRound.Accusation> accusations,
        List<String> failures) {

    JudgedRound(Round round, List<Evidence> evidence, List<String> causes) {
        this(round, evidence, causes, List.of(), List.of());
    }

    /** A broken rule is evidence whatever else went wrong; without one, a round with trouble says nothing. */
    Verdict verdict() {
        return Ruling.ofRound(evidence.size(), causes.size());
    }
}
