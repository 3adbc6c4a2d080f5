package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.Step;
import dev.photofinish.scenarios.race.EndedRound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether data that are put back do as well as data that are given anew: the contenders run one after the other on both, in either
 * order after either. Where an application remembers something, they go another way on data that it has seen before, at once or
 * after the others have done it the other way round.
 *
 * <pre>
 *   given ─▶ A, B ─▶ put back ─▶ A, B ─▶ put back ─▶ B, A ─▶ put back ─▶ B, A ─▶ put back ─▶ A, B
 *
 *   each order always the same: nothing is remembered
 *   otherwise once more: what is done only once after a start is done by now
 * </pre>
 */
final class FreshCheck {

    private final ScenarioContest contest;
    private final Ground ground;
    /** What each order led to when it was run first. */
    private final Map<List<String>, Way> ways = new HashMap<>();

    FreshCheck(ScenarioContest contest, Ground ground) {
        this.contest = contest;
        this.ground = ground;
    }

    /**
     * A sentence about the difference, if there is one: then nothing that is found on data that were put back can be trusted.
     *
     * @throws CannotBegin if nobody gets that far
     */
    Optional<String> difference() throws CannotBegin, InterruptedException {
        if (allWays().isEmpty()) {
            return Optional.empty();
        }
        ground.giveAnew();
        return allWays();
    }

    /**
     * What the contenders are told one after the other, in a few words; empty if it comes to no end.
     *
     * @throws CannotBegin if nobody gets that far
     */
    Optional<String> told() throws CannotBegin, InterruptedException {
        return oneAfterTheOther(contest.contenders()).map(Way::told);
    }

    /** The same, where whoever needs no command any more is told something all the same. */
    Optional<String> toldWithoutACommand() throws CannotBegin, InterruptedException {
        try {
            return told();
        } catch (CannotBegin.NothingSeen none) {
            return Optional.of(contest.contenders().stream()
                    .map(contender -> contender + " " + ground.round().told(contender))
                    .collect(Collectors.joining(", ")));
        }
    }

    /**
     * After the last schedule: a sentence, if the contenders go another way than before the first one. Then what was run between the
     * two may have been run on something else than the data that were put back.
     */
    Optional<String> inTheEnd() throws InterruptedException {
        try {
            return again(contest.contenders());
        } catch (CannotBegin gone) {
            return Optional.of(
                    "Whether the application keeps anything in memory that the schedules have changed is not known, since"
                            + " the contenders could not be run one after the other once more: " + gone.getMessage());
        }
    }

    private Optional<String> allWays() throws CannotBegin, InterruptedException {
        List<String> there = contest.contenders();
        List<String> back = there.reversed();
        ways.clear();
        Optional<Way> anew = oneAfterTheOther(there);
        if (anew.isEmpty()) {
            return Optional.empty();
        }
        ways.put(there, anew.get());
        for (List<String> order : List.of(there, back, back, there)) {
            Optional<String> difference = again(order);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> again(List<String> order) throws CannotBegin, InterruptedException {
        Optional<Way> now = putBack(order);
        Optional<Way> before = Optional.ofNullable(ways.get(order));
        now.ifPresent(way -> ways.putIfAbsent(order, way));
        return before.flatMap(first -> now.filter(way -> !way.isSameAs(first))
                .map(way -> sentence(String.join(", then ", order), first, way)));
    }

    /** Who needs no command any more for an answer that took some before has it from somewhere else. */
    private Optional<Way> putBack(List<String> order) throws CannotBegin, InterruptedException {
        try {
            return oneAfterTheOther(order);
        } catch (CannotBegin.NothingSeen remembered) {
            return Optional.of(
                    new Way(List.of(), everybodyHasAnAnswer() ? "an answer to each" : "not an answer to each"));
        }
    }

    private boolean everybodyHasAnAnswer() {
        return contest.contenders().stream()
                .noneMatch(
                        contender -> List.of("", "none").contains(ground.round().told(contender)));
    }

    /** Empty if it came to no end. */
    private Optional<Way> oneAfterTheOther(List<String> order) throws CannotBegin, InterruptedException {
        try (Execution<EndedRound> execution = contest.beginSerially(order)) {
            List<Step> steps = new ArrayList<>();
            Situation now = execution.situation();
            while (!now.over()) {
                List<String> enabled = now.enabled();
                if (enabled.isEmpty()) {
                    return Optional.empty();
                }
                String next = enabled.getFirst();
                now.next(next).ifPresent(steps::add);
                now = execution.let(Set.of(next));
            }
            return Optional.of(new Way(steps, execution.result().told()));
        }
    }

    private static String sentence(String order, Way anew, Way putBack) {
        String commands = putBack.otherCommandsThan(anew);
        String told = putBack.told().equals(anew.told()) ? "" : putBack.told() + " instead of " + anew.told();
        return "One after the other (" + order
                + "), the contenders go another way on data that were put back than they did before ("
                + Stream.of(commands, told).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "))
                + "): the application keeps data in memory, or goes by time or chance. Explore it with --fresh given,"
                + " which makes data anew for every schedule.";
    }

    /** The commands in their order, and what the contenders were told. */
    private record Way(List<Step> steps, String told) {

        boolean isSameAs(Way other) {
            return told.equals(other.told) && firstOther(other).isEmpty();
        }

        /** How many, and which is the first that differs; nothing if none does. */
        String otherCommandsThan(Way anew) {
            OptionalInt first = firstOther(anew);
            if (first.isEmpty()) {
                return "";
            }
            int place = first.getAsInt();
            String numbers = steps.size() == anew.steps.size()
                    ? "of %d commands ".formatted(steps.size())
                    : "%d commands instead of %d, ".formatted(steps.size(), anew.steps.size());
            return numbers + "the first that differs is " + at(place) + " instead of " + anew.at(place);
        }

        private OptionalInt firstOther(Way other) {
            return IntStream.range(0, Math.max(steps.size(), other.steps.size()))
                    .filter(place -> place >= steps.size()
                            || place >= other.steps.size()
                            || !steps.get(place).sameAs(other.steps.get(place)))
                    .findFirst();
        }

        private String at(int place) {
            return place < steps.size()
                    ? steps.get(place).contender() + "'s "
                            + steps.get(place).command().text()
                    : "none";
        }
    }
}
