package dev.photofinish.explorer.data;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;

/** Writes as a contest does through a gate: who looks after the data is told of each command and its answer. */
final class Gated {

    private Gated() {}

    static BsonDocument insert(FreshData data, TestDatabase database, String collection, Document document) {
        return write(data, database, new Document("insert", collection).append("documents", List.of(document)));
    }

    static BsonDocument update(
            FreshData data, TestDatabase database, String collection, Document filter, Object update, boolean multi) {
        return write(
                data,
                database,
                new Document("update", collection)
                        .append(
                                "updates",
                                List.of(new Document("q", filter)
                                        .append("u", update)
                                        .append("multi", multi))));
    }

    static BsonDocument delete(FreshData data, TestDatabase database, String collection, Document filter) {
        return write(
                data,
                database,
                new Document("delete", collection)
                        .append("deletes", List.of(new Document("q", filter).append("limit", 0))));
    }

    static BsonDocument write(FreshData data, TestDatabase database, Document command) {
        BsonDocument sent = command.toBsonDocument();
        String name = sent.getFirstKey();
        data.passes(
                database.name(), writing(name, database, sent.getString(name).getValue()), sent);
        data.answered(sent, database.database().runCommand(sent, BsonDocument.class));
        return sent;
    }

    static Command writing(String name, TestDatabase database, String collection) {
        Access access = new Access(database.name() + "." + collection, Mode.WRITE, Keys.UNKNOWN, Grain.ATOMIC);
        return new Command(name, name, name, List.of(access), Part.NONE);
    }
}
