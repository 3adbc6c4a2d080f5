package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.step.Step;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One way to explain a schedule, and what speaks for it.
 *
 * @param nearest how far that of its writes which is nearest to what the rule accuses is from it
 * @param together how far all of its writes are
 * @param span how far apart its deeds are
 */
record Candidate(Explanation explanation, Kind kind, int nearest, int together, Meeting sureness, int span) {

    /** The better explanation first: about what is accused, sure, with a name that says most, close together. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::nearest)
            .thenComparing(candidate -> candidate.kind().hasNoName())
            .thenComparing(Candidate::sureness)
            .thenComparing(Candidate::kind)
            .thenComparingInt(Candidate::together)
            .thenComparingInt(Candidate::span);

    /** How much an explanation says, the most first. */
    enum Kind {
        /** What one wrote is gone, there twice, or was taken twice. */
        HARM,
        /** More was added than was thought. */
        LIMIT,
        SKEW,
        ACTED_ON_OLD,
        READ_TWICE,
        READ_IN_BETWEEN,
        ANSWERED_OTHERWISE;

        boolean hasNoName() {
            return this == READ_IN_BETWEEN || this == ANSWERED_OTHERWISE;
        }
    }

    /** @param distances of its writes from what the rule accuses */
    static Candidate of(
            Optional<Anomaly> anomaly,
            String sentence,
            Collection<Deed> deeds,
            Kind kind,
            List<Integer> distances,
            Meeting sureness) {
        List<Step> steps = deeds.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Deed::place))
                .map(Deed::step)
                .toList();
        int first = deeds.stream().mapToInt(Deed::place).min().orElse(0);
        int last = deeds.stream().mapToInt(Deed::place).max().orElse(0);
        return new Candidate(
                new Explanation(anomaly, sentence, steps),
                kind,
                distances.stream().min(Comparator.naturalOrder()).orElse(0),
                distances.stream().mapToInt(Integer::intValue).sum(),
                sureness,
                last - first);
    }
}
