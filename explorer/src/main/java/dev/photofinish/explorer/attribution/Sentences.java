package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.List;

/** Why nothing can be said, for people. Pure. */
final class Sentences {

    static final String STILL_AT_WORK =
            "The application still works on requests of an earlier schedule, on which their clients have"
                    + " given up, so that what it does cannot be told apart from the next one's.";

    private Sentences() {}

    static String gaveUp(String contender, Command command, Duration held) {
        return "The application gave up on %s of %s after about %d ms, while the gate held it: it has a time-out of its own, or a proxy before it has. What it does then it does because it was held, and says nothing; what had not been sent to the database is never sent. Give it a longer time-out while it is explored."
                .formatted(command.text(), contender, held.toMillis());
    }

    static String surprise(String contender, Command command) {
        return "%s went on after its answer, later than it ever had before: %s. The schedule says nothing; the next ones wait for it."
                .formatted(contender, Shapes.brief(command.shape()));
    }

    static String leftOver(Command command, Duration settle) {
        return "The application goes on after its answer, later than %d ms: %s came when the schedule to which it belongs had ended. What comes so late cannot be told apart from what the next schedule does. Wait longer after each answer: --settle. If it had to wait until a command of another contender was let go, as one worker does that works for all, that does not help: such work cannot be explored."
                .formatted(settle.toMillis(), Shapes.brief(command.shape()));
    }

    static String anybodys(Command command, List<String> contenders) {
        return "%s came when %s had their answers, and each of them does such things: whose it is cannot be told."
                .formatted(Shapes.brief(command.shape()), String.join(" and ", contenders));
    }

    static String guessed(Command command, List<String> running, String owner) {
        return "%s came while %s were running, one of them after it had been blocked in the application; it was taken for one of %s."
                .formatted(command.name(), String.join(" and ", running), owner);
    }

    static String guessedWrongly(String contender) {
        return "%s was answered while a command waited that was taken for its own: what came while several were running, one of them after it had been blocked in the application, was taken for the wrong one's. The schedule says nothing."
                .formatted(contender);
    }

    static String perhapsTheBackgrounds(String contender, Command command) {
        return "%s came several times while %s did nothing. The application does that all the time, and does not wait for its answer, so that it cannot be told whether %s has sent one of them, too."
                .formatted(Shapes.brief(command.shape()), contender, contender);
    }

    static String withoutEnd(String contender, Command command) {
        return "%s came again and again after %s had its answer, always the same and without end: the application does that all the time. The schedule says nothing; in the next ones it is nobody's."
                .formatted(Shapes.brief(command.shape()), contender);
    }

    static String inSomeRunsOnly(Command command, String contender) {
        return "%s came in some runs only, and %s went on without it: it was taken for nobody's."
                .formatted(Shapes.brief(command.shape()), contender);
    }

    static String inTheWay(Command command) {
        return "%s came in some runs only, whoever was running, and writes where the contenders work: what it changes cannot be told apart from what they do. Name it under 'ignore' if it is no part of the contest."
                .formatted(Shapes.brief(command.shape()));
    }
}
