package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import java.util.List;

/** Commands and answers, hand-made. */
final class Commands {

    static final Answer CHANGED = new Answer(Answer.Effect.CHANGED, "changed 1");
    static final Answer NOTHING = new Answer(Answer.Effect.CHANGED_NOTHING, "changed nothing");
    static final Answer FAILED = new Answer(Answer.Effect.FAILED, "112 WriteConflict");

    private Commands() {}

    /** A read finds nothing, a write changes something. */
    static Answer asIfItChanged(Command command) {
        return command.onlyReads() ? NOTHING : CHANGED;
    }

    static Command find(String what) {
        return command("find", what, Mode.READ, Part.NONE);
    }

    static Command update(String what) {
        return command("update", what, Mode.WRITE, Part.NONE);
    }

    static Command begin(String what) {
        return command("update", what, Mode.WRITE, Part.BEGINS);
    }

    static Command commit() {
        return new Command("commitTransaction", "commitTransaction", "commitTransaction", List.of(), Part.COMMITS);
    }

    private static Command command(String name, String what, Mode mode, Part part) {
        return new Command(
                name,
                name + " shop.stock",
                name + " shop.stock " + what,
                List.of(new Access("shop.stock", mode, Keys.UNKNOWN, Grain.ATOMIC)),
                part);
    }
}
