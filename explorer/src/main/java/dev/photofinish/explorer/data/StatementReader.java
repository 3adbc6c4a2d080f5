package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.data.Statement.Certainty;
import dev.photofinish.explorer.data.Statement.Upsert;
import dev.photofinish.explorer.mongo.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** Reads the writes of a command. One that nobody understands is not put back at all, so there is nothing to be read of it. */
final class StatementReader {

    private final String database;
    private final BsonDocument command;
    private final Map<MongoNamespace, List<Statement>> statements = new HashMap<>();

    private StatementReader(String database, BsonDocument command) {
        this.database = database;
        this.command = command;
    }

    static Map<MongoNamespace, List<Statement>> read(String database, BsonDocument command) {
        StatementReader reader = new StatementReader(database, command);
        reader.read();
        return Map.copyOf(reader.statements);
    }

    private void read() {
        String name = command.getFirstKey();
        switch (name.toLowerCase(Locale.ROOT)) {
            case "insert" ->
                Fields.documents(command, "documents").forEach(one -> add(name, new Statement.Insert(one)));
            case "update" -> Fields.documents(command, "updates").forEach(one -> add(name, update(one, "q", "u")));
            case "delete" ->
                Fields.documents(command, "deletes").forEach(one -> add(name, new Statement.Delete(filter(one, "q"))));
            case "findandmodify" -> add(name, findAndModify());
            case "bulkwrite" -> bulkWrite();
            case "drop" -> add(name, new Statement.Anything());
            case "renamecollection" -> {
                addIn(Fields.text(command, name), new Statement.Anything());
                addIn(Fields.text(command, "to"), new Statement.Anything());
            }
            case "aggregate" -> pipelineOutput();
            case "mapreduce" -> mapReduceOutput();
            default -> {} // definitions of collections and indexes, which write no document
        }
    }

    private Statement findAndModify() {
        Filter query = filter(command, "query");
        return Fields.flag(command, "remove") ? new Statement.Delete(query) : update(command, "query", "update");
    }

    private static Statement update(BsonDocument statement, String query, String update) {
        Upsert upsert = Fields.flag(statement, "upsert") ? new Upsert.Possibly() : new Upsert.Never();
        return new Statement.Update(
                filter(statement, query),
                Effect.of(Fields.value(statement, update).orElse(BsonNull.VALUE)),
                upsert,
                Certainty.UNKNOWN);
    }

    private static Filter filter(BsonDocument statement, String field) {
        return new Filter(Fields.document(statement, field).orElseGet(BsonDocument::new));
    }

    /** The one command that writes to many collections. */
    private void bulkWrite() {
        List<String> names = Fields.documents(command, "nsInfo").stream()
                .map(entry -> Fields.text(entry, "ns").orElse(""))
                .toList();
        for (BsonDocument operation : Fields.documents(command, "ops")) {
            if (operation.isEmpty()) {
                continue;
            }
            int place = operation
                    .getNumber(operation.getFirstKey(), new BsonInt32(-1))
                    .intValue();
            Optional<String> target =
                    place >= 0 && place < names.size() ? Optional.of(names.get(place)) : Optional.empty();
            addIn(
                    target,
                    switch (operation.getFirstKey()) {
                        case "insert" -> new Statement.Insert(operation.getDocument("document", new BsonDocument()));
                        case "update" -> update(operation, "filter", "updateMods");
                        default -> new Statement.Delete(filter(operation, "filter"));
                    });
        }
    }

    private void pipelineOutput() {
        if (!(command.get("pipeline") instanceof BsonArray stages)
                || stages.isEmpty()
                || !stages.getLast().isDocument()) {
            return;
        }
        BsonDocument last = stages.getLast().asDocument();
        Fields.value(last, "$out").ifPresent(this::output);
        Fields.value(last, "$merge")
                .map(merge -> merge.isDocument() ? merge.asDocument().get("into", BsonNull.VALUE) : merge)
                .ifPresent(this::output);
    }

    private void mapReduceOutput() {
        Fields.value(command, "out")
                .map(out -> out.isDocument() && !out.asDocument().isEmpty()
                        ? out.asDocument().get(out.asDocument().getFirstKey(), BsonNull.VALUE)
                        : out)
                .ifPresent(this::output);
    }

    /** A name, or <code>{db, coll}</code>. */
    private void output(BsonValue target) {
        if (target.isString()) {
            addIn(Optional.of(database + "." + target.asString().getValue()), new Statement.Anything());
        } else if (target.isDocument()) {
            String other = Fields.text(target.asDocument(), "db").orElse(database);
            addIn(Fields.text(target.asDocument(), "coll").map(name -> other + "." + name), new Statement.Anything());
        }
    }

    private void add(String field, Statement statement) {
        addIn(Fields.text(command, field).map(name -> database + "." + name), statement);
    }

    /** Not for a name that no server would take either. */
    private void addIn(Optional<String> fullName, Statement statement) {
        fullName.filter(name -> name.indexOf('.') > 0 && !name.endsWith("."))
                .ifPresent(name -> statements
                        .computeIfAbsent(new MongoNamespace(name), unseen -> new ArrayList<>())
                        .add(statement));
    }
}
