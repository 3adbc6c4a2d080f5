package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Command;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A gate driven by hand, all in the test's own thread and by a clock that stands still. */
final class Stage {

    final ManualTicker ticker = new ManualTicker();
    final Pace pace;
    final Gatekeeper keeper;
    private final Map<String, Supplier<Sighting>> sights = new HashMap<>();
    private int looks;

    Stage(String... contenders) {
        this(new Pace(), contenders);
    }

    Stage(Pace pace, String... contenders) {
        this(pace, Patience.DEFAULT, contenders);
    }

    Stage(Pace pace, Patience patience, String... contenders) {
        this.pace = pace;
        this.keeper =
                new Gatekeeper(List.of(contenders), (contender, underWay) -> look(contender), patience, pace, ticker);
    }

    private Sighting look(String contender) {
        looks++;
        return sights.getOrDefault(contender, () -> Sighting.UNSEEN).get();
    }

    /** What can be seen of a contender from outside, from now on. */
    void seen(String contender, Supplier<Sighting> sight) {
        sights.put(contender, sight);
    }

    /** Each look sees more conflicts than the one before. */
    void seenInConflict(String contender) {
        seen(contender, () -> new Sighting.Active(looks, false));
    }

    int looks() {
        return looks;
    }

    /** Starts a contender that sends the commands, each answered at once with a change, and finishes; waits for the first. */
    Situation plays(String contender, Command... commands) throws InterruptedException {
        return plays(contender, Commands.CHANGED, commands);
    }

    Situation plays(String contender, Answer answer, Command... commands) throws InterruptedException {
        return answering(contender, commands, command -> answer);
    }

    /** Each command is answered as it deserves. */
    Situation answering(String contender, Command[] commands, Function<Command, Answer> answers)
            throws InterruptedException {
        keeper.started(contender);
        goOn(contender, answers, List.of(commands).iterator());
        return keeper.settle();
    }

    private void goOn(String contender, Function<Command, Answer> answers, Iterator<Command> rest) {
        if (!rest.hasNext()) {
            keeper.finished(contender);
            return;
        }
        Command next = rest.next();
        keeper.arrived(
                contender,
                next,
                new Knock(() -> keeper.replied(
                        contender, answers.apply(next), new Knock(() -> goOn(contender, answers, rest)))));
    }

    /** Starts a contender whose only command stays in the database; waits until it stands before it. */
    Knock sends(String contender, Command command) throws InterruptedException {
        Knock knock = Knock.only();
        keeper.started(contender);
        keeper.arrived(contender, command, knock);
        keeper.settle();
        return knock;
    }

    Situation let(String... contenders) throws InterruptedException {
        return keeper.let(Set.of(contenders));
    }

    Standing standing(String contender) {
        return Optional.ofNullable(keeper.situation().standings().get(contender))
                .orElseThrow();
    }
}
