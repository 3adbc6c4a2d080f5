package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Answer.Effect;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps of a schedule that had an effect, in order, and how those of different contenders stand to each other. */
final class Deeds {

    private final List<Deed> deeds;
    private final List<List<Step>> together;

    private Deeds(List<Deed> deeds, List<List<Step>> together) {
        this.deeds = deeds;
        this.together = together;
    }

    static Deeds of(List<Turn> turns) {
        List<Deed> deeds = new ArrayList<>();
        List<List<Step>> together = new ArrayList<>();
        for (Turn turn : turns) {
            for (int place = 0; place < turn.steps().size(); place++) {
                deeds.add(new Deed(
                        turn.steps().get(place), turn.answers().get(place).effect()));
            }
            if (turn.steps().size() > 1) {
                together.add(turn.steps());
            }
        }
        return new Deeds(Snapshots.inOrderOfEffect(deeds, Deed::step), together);
    }

    /** Steps that were let go together and touch the same documents. */
    Stream<List<Step>> together() {
        return together.stream()
                .filter(pair ->
                        pair.getFirst().command().conflictsWith(pair.getLast().command()));
    }

    /** Stale reads whose reader then wrote the same documents as the other; the closest together first. */
    Stream<StaleRead> overwrites() {
        return staleReads()
                .filter(stale ->
                        stale.act().command().conflictsWith(stale.write().command()));
    }

    /** Stale reads whose reader wrote something then; the closest together first. */
    Stream<StaleRead> staleReads() {
        return triples().filter(triple -> deeds.get(triple.act).acts()).map(this::stale);
    }

    /** Stale reads whose reader read the same again. */
    Stream<StaleRead> changedBetweenReads() {
        return triples()
                .filter(triple -> deeds.get(triple.act).reads())
                .map(this::stale)
                .filter(stale ->
                        stale.act().command().conflictsWith(stale.write().command()));
    }

    /** What the contender of a step had read before it. */
    Stream<Step> readsBefore(Step step) {
        return deeds.stream()
                .takeWhile(deed -> !deed.step().equals(step))
                .filter(deed -> deed.reads() && deed.step().contender().equals(step.contender()))
                .map(Deed::step);
    }

    private Stream<Triple> triples() {
        return IntStream.range(0, deeds.size())
                .boxed()
                .flatMap(read -> IntStream.range(read + 1, deeds.size())
                        .boxed()
                        .filter(write -> isStaleAfter(deeds.get(read), deeds.get(write)))
                        .flatMap(write -> IntStream.range(write + 1, deeds.size())
                                .filter(act -> deeds.get(act).by(deeds.get(read)))
                                .mapToObj(act -> new Triple(read, write, act))))
                .sorted((one, other) -> Integer.compare(one.span(), other.span()));
    }

    private static boolean isStaleAfter(Deed read, Deed write) {
        return read.reads()
                && write.changes()
                && !write.by(read)
                && read.step().command().conflictsWith(write.step().command());
    }

    private StaleRead stale(Triple triple) {
        return new StaleRead(
                deeds.get(triple.read).step(),
                deeds.get(triple.write).step(),
                deeds.get(triple.act).step());
    }

    private record Triple(int read, int write, int act) {

        int span() {
            return act - read;
        }
    }

    private record Deed(Step step, Effect effect) {

        boolean by(Deed other) {
            return step.contender().equals(other.step.contender());
        }

        boolean reads() {
            return step.command().onlyReads();
        }

        /** Others see it. */
        boolean changes() {
            return !reads()
                    && switch (effect) {
                        case CHANGED, ADDED, UNKNOWN -> true;
                        case READ, CHANGED_NOTHING, REWROTE, FAILED -> false;
                    };
        }

        /** It was meant to change something: two who both compute 20 from 100 write the same, and one update is lost. */
        boolean acts() {
            return changes() || effect == Effect.REWROTE;
        }
    }
}
