package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.CannotBegin;
import java.util.Optional;

/**
 * Whether what one schedule leaves behind reaches the next, though the given steps are run for each: in the application's memory, or
 * in documents that all rounds share. Then the contenders, one after the other, fare otherwise than before, and a rule that is broken
 * may be broken by what was there already. For the explorer's thread.
 *
 * <pre>
 *   given ─▶ one after the other ─▶ given ─▶ the same ─▶ all schedules ─▶ given ─▶ the same, if not all held
 * </pre>
 */
final class CarriedOver {

    private final FreshCheck contest;
    private Optional<String> first = Optional.empty();

    CarriedOver(FreshCheck contest) {
        this.contest = contest;
    }

    /**
     * Before the first schedule: a sentence, if they fare otherwise the second time.
     *
     * @throws CannotBegin if nobody gets that far
     */
    Optional<String> atOnce() throws CannotBegin, InterruptedException {
        first = contest.told();
        return otherwise("the second time");
    }

    /** After the last schedule: a sentence, if they fare otherwise than before the first one. */
    Optional<String> inTheEnd() throws InterruptedException {
        try {
            return otherwise("after all schedules");
        } catch (CannotBegin gone) {
            return Optional.of(
                    "Whether anything is carried over from one schedule to the next is not known, since the contenders"
                            + " could not be run one after the other once more: " + gone.getMessage());
        }
    }

    private Optional<String> otherwise(String when) throws CannotBegin, InterruptedException {
        Optional<String> now = first.isPresent() ? contest.toldWithoutACommand() : Optional.empty();
        return now.filter(told -> !told.equals(first.orElseThrow()))
                .map(told ->
                        ("One after the other, on data given anew, the contenders are told otherwise %s than the first"
                                        + " time (%s instead of %s): something that the given steps do not make anew is carried"
                                        + " over from one schedule to the next, in the application's memory or in documents that"
                                        + " all rounds share. Let the given steps make everything that the contenders use.")
                                .formatted(when, told, first.orElseThrow()));
    }
}
