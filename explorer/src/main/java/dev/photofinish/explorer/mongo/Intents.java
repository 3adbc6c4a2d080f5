package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.document.Change;
import dev.photofinish.explorer.document.Change.Kind;
import dev.photofinish.explorer.document.Demands;
import dev.photofinish.explorer.document.Edit;
import dev.photofinish.explorer.document.Intent;
import dev.photofinish.explorer.document.Look;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Mode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** Reads what a command means to look at and to change. Pure; what it does not understand it knows by the accesses alone. */
final class Intents {

    private final Portraits portraits;
    private final String database;
    private final BsonDocument command;
    private final List<Access> accesses;

    Intents(Wording wording, String database, BsonDocument command, List<Access> accesses) {
        this.portraits = new Portraits(wording);
        this.database = database;
        this.command = command;
        this.accesses = accesses;
    }

    Intent intent() {
        String name = command.getFirstKey();
        return switch (Verb.of(name)) {
            case FIND -> looking("filter");
            case COUNT, DISTINCT -> looking("query");
            case AGGREGATE -> aggregated();
            case INSERT -> new Intent(List.of(), List.of(inserted(Fields.documents(command, "documents"))));
            case UPDATE -> changes(Fields.documents(command, "updates").stream().map(this::updated));
            case DELETE -> changes(Fields.documents(command, "deletes").stream().map(this::deleted));
            case FIND_AND_MODIFY -> findAndModify();
            case BULK_WRITE -> changes(Fields.documents(command, "ops").stream().map(this::operation));
            default -> new Intent(looks(accesses.stream()), others().toList());
        };
    }

    private Intent looking(String field) {
        return new Intent(List.of(new Look(namespace(), demands(command, field))), List.of());
    }

    /** It looks at what its first stage lets through, and at all of the collections that its other stages name. */
    private Intent aggregated() {
        Demands demands = new Pipeline(database, Fields.documents(command, "pipeline"))
                .firstMatch()
                .map(portraits::demands)
                .orElse(Demands.NONE);
        List<Look> looks = Stream.concat(
                        Stream.of(new Look(namespace(), demands)),
                        looks(accesses.stream()
                                        .filter(access -> !access.namespace().equals(namespace())))
                                .stream())
                .toList();
        return new Intent(looks, others().toList());
    }

    private Intent findAndModify() {
        Demands demands = demands(command, "query");
        Look look = new Look(namespace(), demands);
        Change change = Fields.flag(command, "remove")
                ? new Change(namespace(), Kind.DELETE, demands, List.of(), List.of())
                : updated(namespace(), demands, update(command, "update"), command);
        return new Intent(List.of(look), List.of(change));
    }

    private static Intent changes(Stream<Change> changes) {
        return new Intent(List.of(), changes.toList());
    }

    private Change inserted(List<BsonDocument> documents) {
        return new Change(namespace(), Kind.INSERT, Demands.NONE, portraits.of(documents), List.of());
    }

    private Change updated(BsonDocument statement) {
        return updated(namespace(), demands(statement, "q"), update(statement, "u"), statement);
    }

    /** @param flags what says whether it is an upsert */
    private Change updated(String namespace, Demands demands, BsonValue update, BsonDocument flags) {
        List<Edit> edits = Edits.of(update);
        Kind kind = Edits.replaces(update) ? Kind.REPLACE : Kind.UPDATE;
        return new Change(
                namespace,
                kind,
                demands,
                Fields.flag(flags, "upsert") ? List.of(portraits.brought(demands, set(update))) : List.of(),
                edits);
    }

    private static List<BsonDocument> set(BsonValue update) {
        if (!update.isDocument()) {
            return List.of();
        }
        return Edits.replaces(update)
                ? List.of(update.asDocument())
                : Stream.of("$set", "$setOnInsert")
                        .flatMap(operator -> Fields.document(update.asDocument(), operator).stream())
                        .toList();
    }

    private Change deleted(BsonDocument statement) {
        return new Change(namespace(), Kind.DELETE, demands(statement, "q"), List.of(), List.of());
    }

    /** Operations of several collections point at their list. */
    private Change operation(BsonDocument operation) {
        String namespace = Fields.number(operation, operation.getFirstKey())
                .map(Long::intValue)
                .flatMap(place ->
                        Fields.documents(command, "nsInfo").stream().skip(place).findFirst())
                .flatMap(entry -> Fields.text(entry, "ns"))
                .orElse(Access.EVERYTHING);
        Demands demands = demands(operation, "filter");
        return switch (operation.getFirstKey()) {
            case "insert" ->
                new Change(
                        namespace,
                        Kind.INSERT,
                        Demands.NONE,
                        portraits.of(
                                Fields.document(operation, "document").stream().toList()),
                        List.of());
            case "delete" -> new Change(namespace, Kind.DELETE, demands, List.of(), List.of());
            default -> updated(namespace, demands, update(operation, "updateMods"), operation);
        };
    }

    private Demands demands(BsonDocument statement, String field) {
        return Fields.document(statement, field).map(portraits::demands).orElse(Demands.NONE);
    }

    private static BsonValue update(BsonDocument statement, String field) {
        return Fields.value(statement, field).orElse(BsonNull.VALUE);
    }

    private String namespace() {
        Optional<String> collection = Fields.text(command, command.getFirstKey());
        return collection.map(name -> database + "." + name).orElse(Access.EVERYTHING);
    }

    private static List<Look> looks(Stream<Access> accesses) {
        return accesses.filter(access -> access.mode() == Mode.READ)
                .map(access -> new Look(access.namespace(), Demands.NONE))
                .toList();
    }

    private Stream<Change> others() {
        return accesses.stream()
                .filter(access -> access.mode() == Mode.WRITE)
                .map(access -> new Change(access.namespace(), Kind.OTHER, Demands.NONE, List.of(), List.of()));
    }
}
