package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.document.Seen;
import dev.photofinish.explorer.document.Traits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Reads what a reply that is no failure shows of documents. Pure; for any thread. */
final class Sightings {

    private final Portraits portraits;

    Sightings(Wording wording) {
        this.portraits = new Portraits(wording);
    }

    Seen seen(Verb verb, BsonDocument reply) {
        return switch (verb) {
            case FIND, AGGREGATE, GET_MORE -> batch(reply);
            case COUNT -> counted(reply);
            case FIND_AND_MODIFY -> foundAndModified(reply);
            case INSERT -> new Seen(List.of(), false, number(reply, "n"));
            case UPDATE -> updated(reply);
            case DELETE -> new Seen(List.of(), number(reply, "n") == 0, 0);
            case BULK_WRITE -> new Seen(List.of(), false, number(reply, "nInserted") + number(reply, "nUpserted"));
            default -> Seen.UNKNOWN;
        };
    }

    private Seen batch(BsonDocument reply) {
        Optional<BsonDocument> cursor = Fields.document(reply, "cursor");
        if (cursor.isEmpty()) {
            return Seen.UNKNOWN;
        }
        boolean first = cursor.get().containsKey("firstBatch");
        List<BsonDocument> documents = Fields.documents(cursor.get(), first ? "firstBatch" : "nextBatch");
        return new Seen(portraits.of(documents), first && documents.isEmpty(), 0);
    }

    private Seen counted(BsonDocument reply) {
        List<Traits> number = Fields.value(reply, "n").map(value -> portraits.of(new BsonDocument("n", value))).stream()
                .toList();
        return new Seen(number, number(reply, "n") == 0, 0);
    }

    private Seen updated(BsonDocument reply) {
        List<Traits> upserted = Fields.documents(reply, "upserted").stream()
                .flatMap(entry -> named(Fields.value(entry, Traits.ID)))
                .toList();
        return new Seen(upserted, number(reply, "n") == 0, upserted.size());
    }

    private Seen foundAndModified(BsonDocument reply) {
        List<Traits> found =
                Fields.document(reply, "value").map(portraits::of).stream().toList();
        List<Traits> upserted = Fields.document(reply, "lastErrorObject")
                .flatMap(last -> Fields.value(last, "upserted"))
                .map(id -> named(Optional.of(id)).toList())
                .orElse(List.of());
        return new Seen(found.isEmpty() ? upserted : found, found.isEmpty() && upserted.isEmpty(), upserted.size());
    }

    private Stream<Traits> named(Optional<BsonValue> id) {
        return id.map(value -> portraits.of(new BsonDocument(Traits.ID, value))).stream();
    }

    private static long number(BsonDocument reply, String field) {
        return Fields.number(reply, field).orElse(0L);
    }
}
