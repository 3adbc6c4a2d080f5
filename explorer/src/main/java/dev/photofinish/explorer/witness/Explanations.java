package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out why a schedule breaks a rule, from who read and wrote which document when. Nearly always somebody acts on what it has
 * read and somebody else has changed in between; what each did then gives it its name (Berenson et al., A critique of ANSI SQL
 * isolation levels, SIGMOD 1995; Adya, 1999).
 *
 * <pre>
 *   turns ─▶ deeds, with the documents that they met ─▶ candidates: look, write of another, act ─▶ the best of them
 *                                                          ▲
 *                                  what the rule accuses ──┘
 * </pre>
 */
public final class Explanations {

    private Explanations() {}

    /** What the reads and writes of a schedule tell; empty if nobody came in between anybody. */
    public static Optional<Explanation> of(List<Turn> turns) {
        return of(turns, Accused.NOTHING);
    }

    /** The same, about what a rule accuses where it can be. */
    public static Optional<Explanation> of(List<Turn> turns, Accused accused) {
        List<Deed> carriedOut = deeds(turns);
        Scene inOrderOfEffect = Scene.of(numbered(Snapshots.inOrderOfEffect(carriedOut, Deed::step)));
        AtOnce atOnce = new AtOnce(inOrderOfEffect, turns);
        return Stream.<Stream<Explanation>>of(
                        new Conflict(Scene.of(carriedOut), accused).explanations(),
                        atOnce.duplicates(),
                        best(inOrderOfEffect, accused).stream().filter(atOnce::restsOnAnOrder),
                        atOnce.others())
                .flatMap(found -> found)
                .findFirst();
    }

    private static Optional<Explanation> best(Scene scene, Accused accused) {
        return Stream.concat(new StaleActs(scene, accused).candidates(), new InBetween(scene, accused).candidates())
                .min(Candidate.BEST_FIRST)
                .map(Candidate::explanation);
    }

    private static List<Deed> deeds(List<Turn> turns) {
        List<Deed> deeds = new ArrayList<>();
        turns.stream()
                .flatMap(turn -> turn.done().stream())
                .forEach(done -> deeds.add(new Deed(deeds.size(), done.step(), done.answer())));
        return deeds;
    }

    private static List<Deed> numbered(List<Deed> deeds) {
        return IntStream.range(0, deeds.size())
                .mapToObj(place -> new Deed(
                        place, deeds.get(place).step(), deeds.get(place).answer()))
                .toList();
    }
}
