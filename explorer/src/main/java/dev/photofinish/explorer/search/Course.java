package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The course of one execution: asks the pilot who goes next and keeps the log, until there is an end. */
final class Course implements Steersman {

    /** More moves than this and nobody gets anywhere: requests have tens of commands, not thousands. */
    private static final int ENDLESS = 2_000;

    private final Pilot pilot;
    private final List<Move> moves = new ArrayList<>();
    private Optional<Going> going = Optional.empty();
    private Optional<End> end = Optional.empty();

    Course(Pilot pilot) {
        this.pilot = pilot;
    }

    @Override
    public Set<String> next(Situation now) {
        going.ifPresent(move -> moves.add(new Move(move.before(), move.steps(), now)));
        going = Optional.empty();
        end = end(now);
        return end.isPresent() ? Set.of() : decided(now);
    }

    private Optional<End> end(Situation now) {
        if (now.over()) {
            return Optional.of(new End.Over());
        }
        Optional<String> lost = now.lost();
        if (lost.isPresent()) {
            return lost.map(End.Lost::new);
        }
        boolean stuck = now.enabled().isEmpty() || moves.size() == ENDLESS;
        return stuck ? Optional.of(new End.Stuck(now)) : Optional.empty();
    }

    private Set<String> decided(Situation now) {
        return switch (pilot.decide(moves, now)) {
            case Decision.Prune prune -> endsAs(new End.Pruned());
            case Decision.Diverged diverged -> endsAs(new End.Diverged(diverged.how()));
            case Decision.Go go -> {
                going = Optional.of(new Going(now, stepsOf(go, now)));
                yield Set.copyOf(go.contenders());
            }
        };
    }

    private Set<String> endsAs(End how) {
        end = Optional.of(how);
        return Set.of();
    }

    private static List<Step> stepsOf(Decision.Go go, Situation now) {
        return go.contenders().stream()
                .map(contender -> now.next(contender)
                        .orElseThrow(() -> new IllegalStateException(contender + " cannot go; it is " + now)))
                .toList();
    }

    /** The moves made so far. */
    List<Move> moves() {
        return List.copyOf(moves);
    }

    /**
     * How it ended.
     *
     * @throws IllegalStateException if it has not
     */
    End end() {
        return end.orElseThrow(() -> new IllegalStateException("the execution is still under way"));
    }

    /** A move under way. */
    private record Going(Situation before, List<Step> steps) {}

    /** Why nobody goes on. */
    sealed interface End {

        /** Everybody has finished. */
        record Over() implements End {}

        /** Nobody ever will. */
        record Stuck(Situation now) implements End {}

        /** Nothing can be said about a contender any more. */
        record Lost(String why) implements End {}

        /** All that could follow is covered by other schedules. */
        record Pruned() implements End {}

        /** This is not the way that was planned. */
        record Diverged(String how) implements End {}
    }
}
