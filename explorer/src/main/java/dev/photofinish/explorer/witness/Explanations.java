package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out why a schedule breaks a rule, from who read and wrote what when. Nearly always somebody acts on what it has read
 * and somebody else has changed in between; what each did then gives it its name (Berenson et al., A critique of ANSI SQL
 * isolation levels, SIGMOD 1995; Adya, 1999).
 */
public final class Explanations {

    private Explanations() {}

    /** What the reads and writes of a schedule tell; empty if nobody came in between anybody. */
    public static Optional<Explanation> of(List<Turn> turns) {
        Deeds deeds = Deeds.of(turns);
        return Stream.<Stream<Explanation>>of(
                        together(deeds),
                        deeds.overwrites().map(Explanations::overwrite),
                        skew(deeds),
                        deeds.staleReads().map(Explanations::actedOnStale),
                        deeds.changedBetweenReads().map(Explanations::readTwice))
                .flatMap(found -> found)
                .findFirst();
    }

    private static Stream<Explanation> together(Deeds deeds) {
        return deeds.together().map(pair -> {
            Step one = pair.getFirst();
            Step other = pair.getLast();
            return new Explanation(
                    Wording.creates(one) && Wording.creates(other) ? Anomaly.DUPLICATE : Anomaly.LOST_UPDATE,
                    one.contender() + "'s " + one.command().name() + " and " + other.contender() + "'s "
                            + other.command().name() + " of " + Wording.shared(one, other)
                            + " were under way at the same time, and neither saw what the other wrote.",
                    pair);
        });
    }

    /** It wrote what it had read before the other's write. */
    private static Explanation overwrite(StaleRead stale) {
        Step write = stale.write();
        String late = stale.act().contender();
        String other = write.contender();
        String what = Wording.shared(write, stale.act());
        if (Wording.creates(write) && Wording.creates(stale.act())) {
            return explanation(
                    Anomaly.DUPLICATE,
                    late + " added to " + what + ", where it had looked before " + other + " did.",
                    stale);
        }
        if (Wording.counts(write) && Wording.counts(stale.act())) {
            return explanation(
                    Anomaly.OVERSELL,
                    late + " took from " + what + ", which it had checked before " + other + " took from it.",
                    stale);
        }
        if (Wording.sameChange(write, stale.act())) {
            return explanation(
                    Anomaly.DOUBLE_APPLY,
                    late + " made the change to " + what + " that " + other + " had made, because it had read " + what
                            + " before that.",
                    stale);
        }
        return explanation(
                Anomaly.LOST_UPDATE,
                late + " wrote " + what + ", which it had read before " + other + "'s write.",
                stale);
    }

    /** Each wrote what the other had read before: neither order of the two would have let both do so. */
    private static Stream<Explanation> skew(Deeds deeds) {
        return deeds.staleReads()
                .flatMap(stale -> deeds.readsBefore(stale.write())
                        .filter(read -> read.command().conflictsWith(stale.act().command()))
                        .map(read -> skew(stale, read)));
    }

    private static Explanation skew(StaleRead stale, Step othersRead) {
        String one = stale.act().contender();
        String other = stale.write().contender();
        return new Explanation(
                Anomaly.WRITE_SKEW,
                one + " wrote " + Wording.shared(othersRead, stale.act()) + ", which " + other
                        + " had read before, and "
                        + other + " wrote " + Wording.shared(stale.read(), stale.write()) + ", which " + one
                        + " had read before.",
                List.of(othersRead, stale.read(), stale.write(), stale.act()));
    }

    private static Explanation actedOnStale(StaleRead stale) {
        return explanation(
                Anomaly.FUZZY_READ,
                stale.act().contender() + " wrote " + Wording.written(stale.act()) + " because of "
                        + Wording.shared(stale.read(), stale.write()) + ", which it had read before "
                        + stale.write().contender() + "'s write.",
                stale);
    }

    private static Explanation readTwice(StaleRead stale) {
        return explanation(
                Anomaly.FUZZY_READ,
                stale.act().contender() + " read " + Wording.shared(stale.read(), stale.write()) + " twice, and "
                        + stale.write().contender() + " wrote it in between.",
                stale);
    }

    private static Explanation explanation(Anomaly anomaly, String sentence, StaleRead stale) {
        return new Explanation(anomaly, sentence, List.of(stale.read(), stale.write(), stale.act()));
    }
}
