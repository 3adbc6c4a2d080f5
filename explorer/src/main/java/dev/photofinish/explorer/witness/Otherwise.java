package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.execution.Turn.Done;
import dev.photofinish.explorer.step.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The least that can be said of a schedule that breaks a rule: the first answer, or command, that would have been another one had
 * nobody come in between. Where the reads and writes tell more, {@link Explanations} do.
 */
public final class Otherwise {

    /** What is another in each execution: generated ids, and times. */
    private static final Pattern BY_CHANCE =
            Pattern.compile("ObjectId\\([^)]*\\)|\"[0-9a-f]{8}…\"|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?|Binary\\([^)]*\\)");

    private Otherwise() {}

    /**
     * Empty if both went the same way.
     *
     * @param serial the same contenders, one after the other
     * @param order the serial order
     */
    public static Optional<Explanation> than(List<Turn> serial, List<String> order, List<Turn> schedule) {
        Set<String> contenders = new LinkedHashSet<>(order);
        return carriedOut(schedule).stream()
                .filter(deed -> contenders.contains(deed.step().contender()))
                .map(deed -> differs(deed, carriedOut(serial), order))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Explanation> differs(Done here, List<Done> serial, List<String> order) {
        Step step = here.step();
        String who = step.contender();
        Optional<Done> there = serial.stream()
                .filter(done ->
                        done.step().contender().equals(who) && done.step().index() == step.index())
                .findFirst();
        String instead = "One after the other (%s) ".formatted(String.join(", then ", order));
        if (there.isEmpty()) {
            return explanation(
                    "%s sent %s. %sit does not get that far."
                            .formatted(who, step.command().text(), instead),
                    step);
        }
        if (!step.sameAs(there.get().step())) {
            return explanation(
                    "%s sent %s. %sit sends %s there."
                            .formatted(
                                    who,
                                    step.command().text(),
                                    instead,
                                    there.get().step().command().text()),
                    step);
        }
        if (sameAnswer(here.answer(), there.get().answer())) {
            return Optional.empty();
        }
        return explanation(
                "%s's %s was answered: %s. %sit is answered: %s."
                        .formatted(
                                who,
                                step.command().text(),
                                here.answer().text(),
                                instead,
                                there.get().answer().text()),
                step);
    }

    private static boolean sameAnswer(Answer one, Answer other) {
        return one.effect() == other.effect() && withoutChance(one.text()).equals(withoutChance(other.text()));
    }

    private static String withoutChance(String text) {
        return BY_CHANCE.matcher(text).replaceAll("‹›");
    }

    private static Optional<Explanation> explanation(String sentence, Step step) {
        return Optional.of(new Explanation(Optional.empty(), sentence, List.of(step)));
    }

    private static List<Done> carriedOut(List<Turn> turns) {
        return turns.stream().flatMap(turn -> turn.done().stream()).toList();
    }
}
