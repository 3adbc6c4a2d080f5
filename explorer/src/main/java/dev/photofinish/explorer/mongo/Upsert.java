package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Text;
import java.util.List;
import org.bson.BsonDocument;

/** An upsert that can be stopped between its look and its insert, so that it is two steps. Pure. */
public final class Upsert {

    private Upsert() {}

    /** Whether a command is one upsert of one document, outside of a transaction, that is not a single step as it is. */
    public static boolean hasTwoSteps(Command command, BsonDocument sent) {
        return command.part() == Part.NONE
                && command.accesses().stream()
                        .allMatch(access -> access.unlessAdding().isPresent() && access.grain() == Grain.COMPOUND)
                && switch (Verb.of(command.name())) {
                    case FIND_AND_MODIFY -> true;
                    case UPDATE -> {
                        List<BsonDocument> statements = Fields.documents(sent, "updates");
                        yield statements.size() == 1 && !Fields.flag(statements.getFirst(), "multi");
                    }
                    default -> false;
                };
    }

    /** Whether somewhere in a command an upsert may insert. */
    public static boolean mayBeIn(Command command) {
        return command.accesses().stream()
                .anyMatch(access -> access.unlessAdding().isPresent()
                        || (access.mode() == Mode.WRITE && access.grain() == Grain.COMPOUND));
    }

    /** Its first step: it looks, and if it finds a document it changes it, which is one step. */
    public static Command look(Command upsert) {
        List<Access> accesses = upsert.accesses().stream()
                .map(access -> new Access(
                        access.namespace(), access.mode(), access.keys(), Grain.ATOMIC, access.unlessAdding()))
                .toList();
        return upsert.touching(accesses);
    }

    /** The step that is left when it has found nothing. */
    public static Command insert(Command upsert) {
        List<Access> accesses = upsert.accesses().stream()
                .filter(access -> access.mode() == Mode.WRITE)
                .map(access -> new Access(access.namespace(), Mode.WRITE, Keys.UNKNOWN, Grain.ATOMIC))
                .toList();
        return new Command(
                upsert.name(),
                "insert of " + upsert.shape(),
                Text.from(() -> "insert, for " + upsert.text()),
                accesses,
                upsert.part(),
                upsert.intent());
    }
}
