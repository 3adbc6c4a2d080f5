package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Answer.Effect;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Later;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Reads MongoDB's replies, which must not change any more, as answers to steps. Pure; for any thread. */
public final class Replies {

    /** Those that are worth a name; the server names the codes of failed commands itself, but not those of single writes. */
    private static final Map<Long, String> CODES = Map.of(
            50L, "MaxTimeMSExpired",
            66L, "ImmutableField",
            112L, "WriteConflict",
            121L, "DocumentValidationFailure",
            251L, "NoSuchTransaction",
            11000L, "DuplicateKey",
            11601L, "Interrupted");

    private final Wording wording;
    private final Sightings sightings;

    public Replies(Masking masking) {
        this.wording = new Wording(masking);
        this.sightings = new Sightings(wording);
    }

    /**
     * Whether the server says that the same transaction may succeed if it is tried again; a driver's {@code withTransaction}
     * does so at once.
     */
    public static boolean invitesToRetryTransaction(BsonDocument reply) {
        return Fields.value(reply, "errorLabels")
                .filter(BsonValue::isArray)
                .map(BsonValue::asArray)
                .orElseGet(BsonArray::new)
                .contains(new BsonString("TransientTransactionError"));
    }

    /** @param reply the whole reply, {@code ok} included */
    public Answer answer(Command command, BsonDocument reply) {
        if (!Fields.flag(reply, "ok")) {
            return failed(reply);
        }
        List<BsonDocument> writeErrors = Fields.documents(reply, "writeErrors");
        if (!writeErrors.isEmpty() && wroteNothing(reply, writeErrors.getFirst())) {
            return failed(writeErrors.getFirst());
        }
        Answer answer = succeeded(command, reply);
        Text text = writeErrors.stream()
                .findFirst()
                .map(error -> followed(answer, " and not more: " + failure(error)))
                .or(() -> Fields.document(reply, "writeConcernError")
                        .map(error -> followed(answer, "; not acknowledged: " + failure(error))))
                .orElse(answer.wording());
        return new Answer(answer.effect(), text, Later.from(() -> sightings.seen(Verb.of(command.name()), reply)));
    }

    /** The embedded database counts what it has refused. */
    private static boolean wroteNothing(BsonDocument reply, BsonDocument error) {
        long written = Fields.number(reply, "n").orElse(0L);
        return written == 0 || (written == 1 && Fields.number(error, "index").orElse(0L) == 0);
    }

    private static Text followed(Answer answer, String more) {
        return Text.focused(focus -> answer.wording().about(focus) + more);
    }

    private Answer failed(BsonDocument error) {
        return new Answer(Effect.FAILED, Text.from(() -> failure(error)));
    }

    private Answer worded(Effect effect, Function<Wording, String> text) {
        return new Answer(effect, Text.focused(focus -> text.apply(wording.about(focus))));
    }

    /** Such as {@code DuplicateKey (11000): E11000 duplicate key error …}. */
    private String failure(BsonDocument error) {
        Optional<Long> code = Fields.number(error, "code");
        String name =
                Fields.text(error, "codeName").or(() -> code.map(CODES::get)).orElse("Error");
        String message = Fields.text(error, "errmsg")
                .map(text -> ": " + wording.of(text))
                .orElse("");
        return name + code.map(number -> " (" + number + ")").orElse("") + message;
    }

    private Answer succeeded(Command command, BsonDocument reply) {
        if (command.part() == Part.COMMITS) {
            return new Answer(Effect.CHANGED, "committed");
        }
        if (command.part() == Part.ABORTS) {
            return new Answer(Effect.CHANGED_NOTHING, "aborted");
        }
        return switch (Verb.of(command.name())) {
            case FIND_AND_MODIFY -> foundAndModified(command, reply);
            case INSERT -> written(Effect.ADDED, Fields.number(reply, "n").orElse(0L), "inserted");
            case DELETE -> written(Effect.CHANGED, Fields.number(reply, "n").orElse(0L), "deleted");
            case UPDATE -> updated(reply);
            case BULK_WRITE -> bulkWritten(reply);
            default -> other(command, reply);
        };
    }

    private static Answer written(Effect effect, long documents, String how) {
        return documents == 0
                ? new Answer(Effect.CHANGED_NOTHING, "nothing " + how)
                : new Answer(effect, documents + " " + how);
    }

    private static Answer updated(BsonDocument reply) {
        int inserted = Fields.documents(reply, "upserted").size();
        long found = Fields.number(reply, "n").orElse(0L) - inserted;
        long changed = Fields.number(reply, "nModified").orElse(found);
        if (inserted > 0) {
            return new Answer(Effect.ADDED, inserted + " inserted" + (changed > 0 ? ", " + changed + " changed" : ""));
        }
        if (changed > 0) {
            return new Answer(Effect.CHANGED, changed + " changed");
        }
        return foundOnly(found);
    }

    private static Answer foundOnly(long documents) {
        return documents == 0
                ? new Answer(Effect.CHANGED_NOTHING, "nothing found to change")
                : new Answer(Effect.REWROTE, documents + " found, nothing to change");
    }

    /**
     * An upsert that found nothing has inserted, even where the value is null: that is the document as it was before. The
     * embedded database says so in no other way.
     */
    private Answer foundAndModified(Command command, BsonDocument reply) {
        Optional<BsonValue> value = Fields.value(reply, "value").filter(found -> !found.isNull());
        Optional<BsonDocument> last = Fields.document(reply, "lastErrorObject");
        if (last.filter(error -> error.containsKey("upserted")).isPresent() || (value.isEmpty() && upserts(command))) {
            return worded(
                    Effect.ADDED,
                    words ->
                            "inserted" + value.map(made -> " " + words.of(made)).orElse(""));
        }
        return value.map(found -> worded(Effect.CHANGED, words -> "1 changed " + words.of(found)))
                .orElse(new Answer(Effect.CHANGED_NOTHING, "nothing found to change"));
    }

    private static boolean upserts(Command command) {
        return command.accesses().stream()
                .anyMatch(access -> access.unlessAdding().isPresent());
    }

    private static Answer bulkWritten(BsonDocument reply) {
        if (Fields.number(reply, "nErrors").orElse(0L) > 0) {
            return new Answer(Effect.FAILED, Fields.number(reply, "nErrors").orElse(0L) + " of its writes failed");
        }
        long added = Fields.number(reply, "nInserted").orElse(0L)
                + Fields.number(reply, "nUpserted").orElse(0L);
        long changed = List.of("nInserted", "nModified", "nUpserted", "nDeleted").stream()
                .mapToLong(count -> Fields.number(reply, count).orElse(0L))
                .sum();
        return written(added > 0 ? Effect.ADDED : Effect.CHANGED, changed, "changed");
    }

    private Answer other(Command command, BsonDocument reply) {
        boolean writes = command.accesses().stream().anyMatch(access -> access.mode() == Mode.WRITE);
        if (writes) {
            return new Answer(Effect.CHANGED, "done");
        }
        return worded(Effect.READ, words -> read(words, reply));
    }

    private static String read(Wording words, BsonDocument reply) {
        Optional<BsonDocument> cursor = Fields.document(reply, "cursor");
        if (cursor.isPresent()) {
            List<BsonDocument> batch =
                    Fields.documents(cursor.get(), cursor.get().containsKey("firstBatch") ? "firstBatch" : "nextBatch");
            return documents(words, batch);
        }
        return Fields.value(reply, "n")
                .or(() -> Fields.value(reply, "values"))
                .map(words::of)
                .orElse("done");
    }

    private static String documents(Wording words, List<BsonDocument> batch) {
        return switch (batch.size()) {
            case 0 -> "nothing";
            case 1 -> words.of(batch.getFirst());
            default -> batch.size() + " documents, first " + words.of(batch.getFirst());
        };
    }
}
