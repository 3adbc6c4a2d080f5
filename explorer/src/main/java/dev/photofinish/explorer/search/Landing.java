package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Turn;
import java.util.List;
import java.util.Optional;

/** How an execution ended. */
sealed interface Landing {

    /** The moves made. */
    List<Move> moves();

    /**
     * Everybody finished, or nobody ever will, which is a finding of its own.
     *
     * @param begun what the contenders had done before the first move
     */
    record Judged<R>(List<Move> moves, List<Turn> turns, Optional<R> result, Judgement judgement, Begun begun)
            implements Landing {

        /** Whether several went at once somewhere: it was up to the database what became of that. */
        boolean sampled() {
            return moves.stream().anyMatch(move -> move.steps().size() > 1);
        }
    }

    /** It was broken off on purpose. */
    record Pruned(List<Move> moves, List<Turn> turns) implements Landing {}

    /** It took another way than planned. */
    record Diverged(List<Move> moves, String how) implements Landing {}

    /** It could not be brought to its end. */
    record Lost(List<Move> moves, String why) implements Landing {}
}
