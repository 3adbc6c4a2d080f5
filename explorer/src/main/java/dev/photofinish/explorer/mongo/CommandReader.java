package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Later;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/**
 * Reads MongoDB's commands as steps. Any thread may use it; it asks the {@link UniqueKeys} and has no state of its own.
 *
 * <p>What it does not understand it takes for a write to {@linkplain dev.photofinish.explorer.step.Access#EVERYTHING
 * everything}, which no other step may be exchanged with. Of change streams it knows that they read, not that they show the
 * order of all writes.
 */
public final class CommandReader {

    private final UniqueKeys uniqueKeys;
    private final Wording wording;

    public CommandReader(UniqueKeys uniqueKeys, Masking masking) {
        this.uniqueKeys = uniqueKeys;
        this.wording = new Wording(masking);
    }

    /**
     * Whether a command is a handshake, a heartbeat, signing in, or a session or cursor given back: it touches no document, and
     * holding it would show nothing.
     *
     * @param command its first field names it
     */
    public static boolean isHousekeeping(BsonDocument command) {
        return !command.isEmpty() && Verb.of(command.getFirstKey()) == Verb.HOUSEKEEPING;
    }

    /** Whether it does nothing to collections but write, at most, documents: whatever it is called, their indexes stay. */
    public static boolean writesOnlyDocuments(Command command) {
        return switch (Verb.of(command.name())) {
            case CREATE, CREATE_INDEXES, DROP_INDEXES, COLL_MOD, DROP, DROP_DATABASE, RENAME_COLLECTION, UNKNOWN ->
                false;
            default -> true;
        };
    }

    /**
     * @param database in which it is carried out; {@code admin} for commits and aborts
     * @param command its first field names it, in any case; documents of kind-1 sections are merged into it as arrays. It must
     *     not change any more
     * @throws IllegalArgumentException if there is no field in it
     */
    public Command read(String database, BsonDocument command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException(
                    "A command to " + database + " has no field; its first one should have been its name.");
        }
        List<Access> accesses = new Touched(uniqueKeys, database, command).accesses();
        for (Access access : accesses) {
            if (access.mode() == Mode.WRITE) {
                uniqueKeys.writing(access.namespace());
                if (access.namespace().equals(Access.EVERYTHING)
                        || ArraysWritten.mayBeIn(keyFields(access.namespace()), command)) {
                    uniqueKeys.holdingArrays(access.namespace());
                }
            }
        }
        return new Command(
                Verb.spelled(command.getFirstKey()),
                Shape.of(database, command),
                Text.focused(focus -> new Sentence(wording.about(focus), command).toString()),
                accesses,
                part(command),
                Later.from(new Intents(wording, database, command, accesses)::intent));
    }

    /** Those in which an array would be found by each of its elements; {@code _id} never holds one. */
    private Set<String> keyFields(String namespace) {
        return Touched.namespace(namespace).map(uniqueKeys::of).orElse(Uniqueness.UNKNOWN).keys().stream()
                .flatMap(List::stream)
                .filter(field -> !field.equals("_id"))
                .collect(Collectors.toSet());
    }

    /** A {@code txnNumber} alone is a retryable write, which stands for itself. */
    private static Part part(BsonDocument command) {
        return switch (Verb.of(command.getFirstKey())) {
            case COMMIT_TRANSACTION -> Part.COMMITS;
            case ABORT_TRANSACTION -> Part.ABORTS;
            default -> ofATransaction(command);
        };
    }

    private static Part ofATransaction(BsonDocument command) {
        if (Fields.flag(command, "startTransaction")) {
            return Part.BEGINS;
        }
        boolean continues = command.containsKey("autocommit") && !Fields.flag(command, "autocommit");
        return continues ? Part.CONTINUES : Part.NONE;
    }
}
