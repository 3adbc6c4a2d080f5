package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.scenarios.race.EndedRound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether data that are put back do as well as data that are given anew: the contenders run one after the other on both. Where
 * an application remembers something, the second time goes another way.
 */
final class FreshCheck {

    /** How often data are given before it is known what has to be put back. */
    private static final int ATTEMPTS = 4;

    private final ScenarioContest contest;
    private final Ground ground;

    FreshCheck(ScenarioContest contest, Ground ground) {
        this.contest = contest;
        this.ground = ground;
    }

    /**
     * A sentence about the difference, if there is one.
     *
     * @throws CannotBegin if nobody gets that far
     */
    Optional<String> difference() throws CannotBegin, InterruptedException {
        Optional<Way> anew = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Way> way = oneAfterTheOther();
            if (way.isEmpty()) {
                return Optional.empty();
            }
            if (!ground.madeAnew()) {
                return anew.filter(first -> !first.equals(way.get())).map(first -> sentence(first, way.get()));
            }
            anew = way;
        }
        return Optional.empty();
    }

    /** Empty if it came to no end. */
    private Optional<Way> oneAfterTheOther() throws CannotBegin, InterruptedException {
        try (Execution<EndedRound> execution = contest.begin(contest.contenders())) {
            List<String> shapes = new ArrayList<>();
            Situation now = execution.situation();
            while (!now.over()) {
                List<String> enabled = now.enabled();
                if (enabled.isEmpty()) {
                    return Optional.empty();
                }
                String next = enabled.getFirst();
                now.next(next)
                        .ifPresent(
                                step -> shapes.add(next + " " + step.command().shape()));
                now = execution.let(Set.of(next));
            }
            return Optional.of(new Way(shapes, execution.result().told()));
        }
    }

    private static String sentence(Way anew, Way restored) {
        String how = anew.told().equals(restored.told())
                ? restored.shapes().size() + " commands instead of "
                        + anew.shapes().size()
                : restored.told() + " instead of " + anew.told();
        return "One after the other, the contenders go another way on data that were put back than on data given anew ("
                + how + "): the application keeps data in memory. --fresh given makes data anew for every schedule.";
    }

    /** The commands in their order, and what the contenders were told. */
    private record Way(List<String> shapes, String told) {}
}
