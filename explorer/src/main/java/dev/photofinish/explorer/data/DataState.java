package dev.photofinish.explorer.data;

import dev.photofinish.explorer.execution.CannotBegin;
import java.util.Optional;

/**
 * In which state the data of an exploration are, from one execution to the next. Immutable.
 *
 * <pre>
 *              given              given again          given
 *   Ungiven ──────────▶ Imaged ──────────────▶ Outdated ──────▶ Imaged
 *                         │
 *                         ├─ refused ─▶ Refused      nothing begins any more
 *                         └─ left ────▶ Left         nothing is put back any more
 *
 *   state      the next data             what was written
 *   Ungiven    are given                 is nobody's concern
 *   Imaged     are those of the image    is put back
 *   Outdated   are given once more       is put back before that
 *   Refused    there are none            is put back after the last execution, as far as it can be
 *   Left       are given                 stays
 * </pre>
 */
sealed interface DataState {

    /** What is put back, if anything is. */
    default Optional<Image> image() {
        return Optional.empty();
    }

    /** Whether the given steps are run for the next execution. */
    default boolean isYetToBeGiven() {
        return image().isEmpty();
    }

    /** Why nothing begins any more, if so. */
    default Optional<CannotBegin> refusal() {
        return Optional.empty();
    }

    /** The given steps have been run. */
    default DataState given(Image image) {
        return new Imaged(image);
    }

    /** The given steps are to be run for the next execution. */
    default DataState givenAgain() {
        return this;
    }

    /** Nothing begins any more. */
    default DataState refused(CannotBegin why) {
        return new Refused(why, image());
    }

    /** The last execution is over. */
    default DataState left() {
        return new Left();
    }

    /** Before the given steps have been run first. */
    record Ungiven() implements DataState {}

    /** As they were given, or as the contest has made them since. */
    record Imaged(Image taken) implements DataState {

        @Override
        public Optional<Image> image() {
            return Optional.of(taken);
        }

        @Override
        public DataState givenAgain() {
            return new Outdated(taken);
        }
    }

    /** The given steps are run once more; until then all is as before. */
    record Outdated(Image taken) implements DataState {

        @Override
        public Optional<Image> image() {
            return Optional.of(taken);
        }

        @Override
        public boolean isYetToBeGiven() {
            return true;
        }
    }

    /**
     * Somebody else has written, or the contest has written what cannot be put back. It never ends.
     *
     * @param image what is put back after the last execution
     */
    record Refused(CannotBegin why, Optional<Image> image) implements DataState {

        @Override
        public Optional<CannotBegin> refusal() {
            return Optional.of(why);
        }

        /** It happened while they were given. */
        @Override
        public DataState given(Image taken) {
            return new Refused(why, Optional.of(taken));
        }

        @Override
        public DataState left() {
            return new Refused(why, Optional.empty());
        }
    }

    /** What there is stays. */
    record Left() implements DataState {}
}
