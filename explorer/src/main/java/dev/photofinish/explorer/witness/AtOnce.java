package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains commands that were let go together: what the database made of them nobody has seen. */
final class AtOnce {

    private final Scene scene;
    private final List<Turn> turns;

    AtOnce(Scene scene, List<Turn> turns) {
        this.scene = scene;
        this.turns = turns;
    }

    /** Whose steps are in an order that somebody knows. */
    boolean restsOnAnOrder(Explanation explanation) {
        return turns.stream()
                .noneMatch(turn -> turn.steps().size() > 1
                        && explanation.steps().stream()
                                        .filter(turn.steps()::contains)
                                        .count()
                                > 1);
    }

    Stream<Explanation> duplicates() {
        return explanations().filter(found -> found.anomaly().isPresent());
    }

    Stream<Explanation> others() {
        return explanations().filter(found -> found.anomaly().isEmpty());
    }

    private Stream<Explanation> explanations() {
        return turns.stream().filter(turn -> turn.steps().size() > 1).flatMap(this::explained);
    }

    private Stream<Explanation> explained(Turn turn) {
        List<Deed> pair = scene.deeds().stream()
                .filter(deed -> turn.steps().contains(deed.step()))
                .toList();
        if (pair.size() < 2
                || !pair.getFirst()
                        .step()
                        .command()
                        .conflictsWith(pair.getLast().step().command())) {
            return Stream.empty();
        }
        return Stream.of(explained(turn, pair.getFirst(), pair.getLast()));
    }

    private Explanation explained(Turn turn, Deed one, Deed other) {
        String underWay = Phrases.command(one) + " and " + Phrases.command(other) + " of " + shared(one, other)
                + " were under way at the same time";
        if (adds(one) && adds(other)) {
            return new Explanation(
                    Optional.of(Anomaly.DUPLICATE),
                    underWay + ": each looked before the other had inserted, and both inserted.",
                    turn.steps());
        }
        if (one.step().command().onlyReads() || other.step().command().onlyReads()) {
            Deed look = one.step().command().onlyReads() ? one : other;
            Deed write = look.equals(one) ? other : one;
            return new Explanation(
                    Optional.empty(),
                    underWay + ": " + look.contender() + " may have seen some of what " + write.contender()
                            + " wrote and not the rest.",
                    turn.steps());
        }
        return new Explanation(
                Optional.empty(),
                underWay + ": what each found may have been before the other's write here and after it there.",
                turn.steps());
    }

    private boolean adds(Deed deed) {
        return scene.touchesOf(deed).stream().anyMatch(Touch::adds);
    }

    private static String shared(Deed one, Deed other) {
        return one.step().command().accesses().stream()
                .filter(mine -> other.step().command().accesses().stream().anyMatch(mine::conflictsWith))
                .map(access -> Phrases.collection(access.namespace()))
                .distinct()
                .reduce((first, second) -> first + " and " + second)
                .orElse("the same documents");
    }
}
