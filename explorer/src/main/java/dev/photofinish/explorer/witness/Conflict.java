package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Answer.Effect;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains a contender that the database refused because of another, and that came no further. */
final class Conflict {

    private final Scene carriedOut;
    private final Accused accused;

    /** @param carriedOut all deeds, in the order in which they were carried out */
    Conflict(Scene carriedOut, Accused accused) {
        this.carriedOut = carriedOut;
        this.accused = accused;
    }

    Stream<Explanation> explanations() {
        return carriedOut.deeds().stream()
                .filter(deed -> deed.answer().effect() == Effect.FAILED)
                .filter(this::cameNoFurther)
                .filter(this::isToBlame)
                .flatMap(failed -> other(failed).map(other -> explained(failed, other)).stream());
    }

    private boolean cameNoFurther(Deed failed) {
        return carriedOut.deeds().stream()
                .noneMatch(later -> later.by(failed) && later.place() > failed.place() && later.acts());
    }

    /** Its contender failed, or left behind what is accused. */
    private boolean isToBlame(Deed failed) {
        return accused.failed().contains(failed.contender())
                || (!accused.namespaces().isEmpty()
                        && failed.answer().text().startsWith("WriteConflict")
                        && carriedOut.touches().stream()
                                .anyMatch(touch -> touch.deed().by(failed)
                                        && touch.deed().place() < failed.place()
                                        && accused.distance(touch) < 2));
    }

    /** The last before it that touched the same. */
    private Optional<Deed> other(Deed failed) {
        return carriedOut.deeds().stream()
                .filter(other -> !other.by(failed)
                        && other.place() < failed.place()
                        && other.acts()
                        && other.step().command().conflictsWith(failed.step().command()))
                .reduce((first, last) -> last);
    }

    private Explanation explained(Deed failed, Deed other) {
        String error = failed.answer().text().replaceFirst("(?s):.*", "");
        String met = isOpen(other, failed)
                ? other.contender() + "'s open transaction"
                : Phrases.command(other) + " of what it was about to write";
        return new Explanation(
                Optional.empty(),
                "%s of %s met %s: %s. %s came no further."
                        .formatted(Phrases.command(failed), about(failed), met, error, failed.contender()),
                steps(other, failed));
    }

    private static String about(Deed failed) {
        return failed.step().command().accesses().stream()
                .findFirst()
                .map(access -> Phrases.collection(access.namespace()))
                .orElse("the database");
    }

    private static List<Step> steps(Deed other, Deed failed) {
        return List.of(other.step(), failed.step());
    }

    private boolean isOpen(Deed other, Deed failed) {
        Part part = other.step().command().part();
        return (part == Part.BEGINS || part == Part.CONTINUES)
                && carriedOut.deeds().stream()
                        .noneMatch(end -> end.by(other)
                                && end.place() > other.place()
                                && end.place() < failed.place()
                                && (end.step().command().part() == Part.COMMITS
                                        || end.step().command().part() == Part.ABORTS));
    }
}
