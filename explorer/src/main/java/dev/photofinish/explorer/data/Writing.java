package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.data.Statement.Certainty;
import dev.photofinish.explorer.data.Statement.Upsert;
import dev.photofinish.explorer.mongo.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A command that writes, as far as it says what. Compared by identity: two that are alike are two. Immutable. */
final class Writing {

    private final String database;
    private final BsonDocument command;
    private final Map<MongoNamespace, List<Statement>> statements;

    private Writing(String database, BsonDocument command, Map<MongoNamespace, List<Statement>> statements) {
        this.database = database;
        this.command = command;
        this.statements = statements;
    }

    static Writing of(String database, BsonDocument command) {
        return new Writing(database, command, StatementReader.read(database, command));
    }

    String database() {
        return database;
    }

    BsonDocument command() {
        return command;
    }

    Map<MongoNamespace, List<Statement>> statements() {
        return statements;
    }

    @SuppressWarnings("ReferenceEquality") // two that are alike are two
    boolean is(BsonDocument other) {
        return command == other;
    }

    /** A driver sends a retryable write again where it got no answer; it is carried out once. */
    boolean isRetryOf(Writing other) {
        return command.containsKey("txnNumber")
                && !command.containsKey("autocommit")
                && command.get("txnNumber").equals(other.command.get("txnNumber"))
                && command.getDocument("lsid", new BsonDocument()).equals(other.command.get("lsid"))
                && command.getFirstKey().equals(other.command.getFirstKey());
    }

    /** Where it writes, whatever: a job does the same again and again, with other values. */
    Writing withoutItsValues() {
        Map<MongoNamespace, List<Statement>> places = new HashMap<>();
        statements.forEach((namespace, some) -> places.put(
                namespace,
                some.stream()
                        .map(statement -> statement instanceof Statement.Update update
                                ? new Statement.Update(
                                        update.filter(),
                                        update.effect().withoutValues(),
                                        update.upsert(),
                                        Certainty.UNKNOWN)
                                : statement)
                        .toList()));
        return new Writing(database, command, places);
    }

    /** The same, with what its answer tells of it. */
    Writing answered(BsonDocument reply) {
        Map<MongoNamespace, List<Statement>> told = new HashMap<>();
        statements.forEach((namespace, some) -> told.put(namespace, told(some, reply)));
        return new Writing(database, command, told);
    }

    private List<Statement> told(List<Statement> some, BsonDocument reply) {
        if (!Fields.flag(reply, "ok") || reply.containsKey("writeErrors") || reply.containsKey("writeConcernError")) {
            return some; // some of it may have been done
        }
        boolean alone = some.size() == 1 && statements.size() == 1;
        List<Statement> told = new ArrayList<>();
        for (int place = 0; place < some.size(); place++) {
            if (some.get(place) instanceof Statement.Update update) {
                told.addAll(update(update, place, alone, reply));
            } else if (!(alone && some.getFirst() instanceof Statement.Delete && met(reply) == 0)) {
                told.add(some.get(place));
            }
        }
        return List.copyOf(told);
    }

    private List<Statement> update(Statement.Update update, int place, boolean alone, BsonDocument reply) {
        Optional<BsonValue> inserted = inserted(place, reply);
        if (inserted.isPresent()) {
            return List.of(new Statement.Update(
                    update.filter(), update.effect(), new Upsert.Inserted(inserted.get()), Certainty.UNKNOWN));
        }
        Upsert none = new Upsert.Never();
        if (!alone) {
            return List.of(new Statement.Update(update.filter(), update.effect(), none, Certainty.UNKNOWN));
        }
        if (met(reply) == 0) {
            return List.of();
        }
        boolean certain = met(reply) == 1 && update.filter().id().isPresent() && !command.containsKey("autocommit");
        return List.of(new Statement.Update(
                update.filter(), update.effect(), none, certain ? Certainty.MET_ONE : Certainty.UNKNOWN));
    }

    private static Optional<BsonValue> inserted(int place, BsonDocument reply) {
        return Fields.documents(reply, "upserted").stream()
                .filter(one -> Fields.number(one, "index").orElse(-1L) == place)
                .flatMap(one -> Fields.value(one, "_id").stream())
                .findFirst()
                .or(() -> Fields.document(reply, "lastErrorObject").flatMap(last -> Fields.value(last, "upserted")));
    }

    /** How many documents it met; as many as there may be if it does not say. */
    private static long met(BsonDocument reply) {
        return Fields.document(reply, "lastErrorObject")
                .flatMap(last -> Fields.number(last, "n"))
                .or(() -> Fields.number(reply, "n"))
                .orElse(Long.MAX_VALUE);
    }
}
