package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * When steps of transactions take effect, under snapshot isolation: reads as of the transaction's first step, writes with its
 * commit, and never if it is not committed (Berenson et al., SIGMOD 1995).
 */
final class Snapshots {

    private Snapshots() {}

    /**
     * @param deeds in the order in which they were carried out
     * @param step of a deed
     */
    static <D> List<D> inOrderOfEffect(List<D> deeds, Function<D, Step> step) {
        List<Step> steps = deeds.stream().map(step).toList();
        return IntStream.range(0, deeds.size())
                .mapToObj(place -> new Effect<>(deeds.get(place), effectOf(steps, place)))
                .filter(effect -> effect.place().isPresent())
                .sorted(Comparator.comparingInt(effect -> effect.place().getAsInt()))
                .map(Effect::deed)
                .toList();
    }

    private record Effect<D>(D deed, OptionalInt place) {}

    private static OptionalInt effectOf(List<Step> steps, int place) {
        Step step = steps.get(place);
        Part part = step.command().part();
        if (part != Part.BEGINS && part != Part.CONTINUES) {
            return OptionalInt.of(place);
        }
        return step.command().onlyReads() ? beginning(steps, place) : commit(steps, place);
    }

    private static OptionalInt beginning(List<Step> steps, int place) {
        return IntStream.rangeClosed(0, place)
                .filter(earlier -> isPart(steps.get(earlier), steps.get(place), Part.BEGINS))
                .max();
    }

    private static OptionalInt commit(List<Step> steps, int place) {
        OptionalInt end = IntStream.range(place, steps.size())
                .filter(later -> ends(steps.get(later), steps.get(place)))
                .findFirst();
        return end.stream()
                .filter(later -> isPart(steps.get(later), steps.get(place), Part.COMMITS))
                .findFirst();
    }

    private static boolean ends(Step later, Step step) {
        return isPart(later, step, Part.COMMITS) || isPart(later, step, Part.ABORTS);
    }

    private static boolean isPart(Step other, Step step, Part part) {
        return other.contender().equals(step.contender()) && other.command().part() == part;
    }
}
