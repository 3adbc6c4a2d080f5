package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that something decides what contenders do which no step shows: a lock in the application's memory that does not wait but
 * refuses at once, a flag, a counter. For one thread.
 *
 * <ul>
 *   <li>A contender that has sent the same commands and was answered the same goes on otherwise: who came first makes a difference
 *       that the commands do not tell, so that no order may be left out for being like another.
 *   <li>One that is over before its first command while others stand before theirs, and has commands when it is the first: it was
 *       turned away, and what it does when it comes later, in the middle of another, nobody has seen.
 * </ul>
 */
final class OutOfSight {

    private static final String THE_END = "";

    /** What follows on the same commands with the same answers. */
    private final Map<List<String>, String> following = new HashMap<>();

    private final Map<String, Integer> whenFirst = new HashMap<>();
    private final Set<String> turnedAway = new LinkedHashSet<>();
    private boolean noticed;

    /** @return whether it is noticed now that commands do not tell everything, and was not before */
    boolean notices(Landing landing) {
        boolean before = noticed;
        if (landing instanceof Landing.Judged<?> judged && judged.result().isPresent() && !judged.sampled()) {
            add(judged);
        } else if (landing instanceof Landing.Pruned cut) {
            addAsFarAsItWent(cut);
        }
        return noticed && !before;
    }

    /** It was broken off since what would follow is known from elsewhere, as long as the commands tell everything. */
    private void addAsFarAsItWent(Landing.Pruned cut) {
        if (!cut.moves().isEmpty()) {
            Situation now = cut.moves().getLast().after();
            contenders(cut.turns())
                    .forEach(contender -> follow(
                            contender,
                            ways(cut.turns(), contender),
                            Optional.ofNullable(now.standings().get(contender)).flatMap(OutOfSight::next)));
        }
    }

    /** Of who is blocked nobody knows. */
    private static Optional<String> next(Standing standing) {
        return switch (standing) {
            case Standing.Held held -> Optional.of(held.step().command().shape());
            case Standing.Yielding yielding ->
                Optional.of(yielding.step().command().shape());
            case Standing.Finished finished -> Optional.of(THE_END);
            case Standing.Blocked blocked -> Optional.empty();
            case Standing.Lost lost -> Optional.empty();
        };
    }

    private void add(Landing.Judged<?> judged) {
        switch (judged.begun()) {
            case Begun.InTurn inTurn -> {
                String first = inTurn.order().getFirst();
                whenFirst.put(first, ways(judged.turns(), first).size());
            }
            case Begun.AtOnce atOnce -> {
                seesWhoWasTurnedAway(judged.moves());
                contenders(judged.turns())
                        .forEach(contender -> follow(contender, ways(judged.turns(), contender), Optional.of(THE_END)));
            }
        }
    }

    private void seesWhoWasTurnedAway(List<Move> moves) {
        if (!moves.isEmpty()) {
            moves.getFirst().before().standings().forEach((contender, standing) -> {
                if (standing instanceof Standing.Finished) {
                    turnedAway.add(contender);
                }
            });
        }
    }

    /** @param last what comes after all of it, if that is known */
    private void follow(String contender, List<Deed> way, Optional<String> last) {
        List<String> past = new ArrayList<>(List.of(contender));
        for (Deed deed : way) {
            goesOn(past, deed.shape());
            if (deed.isUnknown()) {
                return;
            }
            past.add(deed.shape());
            past.add(deed.answer());
        }
        last.ifPresent(next -> goesOn(past, next));
    }

    private void goesOn(List<String> past, String next) {
        String known = following.putIfAbsent(List.copyOf(past), next);
        noticed |= known != null && !known.equals(next);
    }

    /** Whether somebody was turned away before its first command who has commands when it is the first. */
    boolean turnsAway() {
        return turnedAway.stream().anyMatch(contender -> whenFirst.getOrDefault(contender, 0) > 0);
    }

    /** Why the contest may not be called held, a sentence each. */
    Set<String> doubts() {
        Set<String> doubts = new LinkedHashSet<>();
        for (String contender : turnedAway) {
            int commands = whenFirst.getOrDefault(contender, 0);
            if (commands > 0) {
                doubts.add(("%s was over without a command of its own while others stood before their first; when it"
                                + " comes first, it sends %d. Something in the application's memory turns it away at once: a lock"
                                + " that does not wait, a flag, a limit. What it does when it comes in the middle of another, when"
                                + " that is free again, was not run. Race it as well (photofinish race).")
                        .formatted(contender, commands));
            }
        }
        return doubts;
    }

    private static Set<String> contenders(List<Turn> turns) {
        Set<String> all = new LinkedHashSet<>();
        turns.forEach(turn -> turn.steps().forEach(step -> all.add(step.contender())));
        return all;
    }

    private static List<Deed> ways(List<Turn> turns, String contender) {
        return turns.stream()
                .flatMap(turn -> turn.done().stream())
                .filter(done -> done.step().contender().equals(contender))
                .map(done -> Deed.of(done.step(), done.answer()))
                .toList();
    }

    /** A command and its answer, with all that it shows. */
    private record Deed(String shape, String answer, boolean isUnknown) {

        static Deed of(Step step, Answer answer) {
            return new Deed(
                    step.command().shape(),
                    answer.effect() + " " + answer.text() + " "
                            + answer.seen().get().documents(),
                    answer.effect() == Answer.Effect.UNKNOWN);
        }
    }
}
