package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A command that changes several documents one after the other, each for itself and with others in between: an update or a delete
 * of many, or one of several statements. Makes of it the commands of one write each that come to the same, and those that look
 * for the next document as it does itself. Pure.
 *
 * <pre>
 *   update todos {list: 1} {$set: {owner: "A"}}, of many
 *     =  find todos {list: 1}, one at a time         _id 1              _id 2             no more
 *        update todos {_id: 1, list: 1} {$set: …}            …    {_id: 2, list: 1}
 * </pre>
 */
public final class ManyWrites {

    /** These say where in the filter something is only at its top. */
    private static final Set<String> WHOLE_FILTERS = Set.of("$text", "$near", "$nearSphere", "$where");

    private static final List<String> OF_THE_CLIENT =
            List.of("let", "maxTimeMS", "comment", "apiVersion", "apiStrict", "apiDeprecationErrors", "$db");

    private final BsonDocument sent;
    private final String list;
    private final List<BsonDocument> statements;

    private ManyWrites(BsonDocument sent, String list) {
        this.sent = sent;
        this.list = list;
        this.statements = Fields.documents(sent, list);
    }

    /** Empty if a command is none, or one of which it is not known what it comes to. */
    public static Optional<ManyWrites> in(Command command, BsonDocument sent) {
        Optional<String> list = switch (Verb.of(command.name())) {
            case UPDATE -> Optional.of("updates");
            case DELETE -> Optional.of("deletes");
            default -> Optional.empty();
        };
        return list.filter(statements -> isWithoutItsLike(command) && isPlain(sent))
                .map(statements -> new ManyWrites(sent, statements))
                .filter(ManyWrites::isUnderstood);
    }

    private static boolean isWithoutItsLike(Command command) {
        return command.part() == Part.NONE
                && command.accesses().stream().anyMatch(access -> access.grain() == Grain.COMPOUND)
                && command.accesses().stream()
                        .noneMatch(access -> access.namespace().equals(Access.EVERYTHING));
    }

    private static boolean isPlain(BsonDocument sent) {
        boolean isAnswered = Fields.document(sent, "writeConcern")
                .flatMap(concern -> Fields.number(concern, "w"))
                .filter(members -> members == 0)
                .isEmpty();
        return isAnswered && !sent.containsKey("encryptionInformation");
    }

    private boolean isUnderstood() {
        boolean several = statements.size() > 1 || statements.stream().anyMatch(this::isOfMany);
        return several
                && statements.stream()
                        .filter(this::isOfMany)
                        .noneMatch(many -> many.containsKey("collation") || isFilteredAsAWhole(filter(many)));
    }

    private static boolean isFilteredAsAWhole(BsonDocument filter) {
        return filter.entrySet().stream()
                .anyMatch(part -> WHOLE_FILTERS.contains(part.getKey())
                        || (part.getValue().isDocument()
                                && isFilteredAsAWhole(part.getValue().asDocument()))
                        || (part.getValue().isArray()
                                && Fields.documents(part.getValue().asArray()).stream()
                                        .anyMatch(ManyWrites::isFilteredAsAWhole)));
    }

    /** How many statements it has. */
    public int size() {
        return statements.size();
    }

    /** Whether a statement is about many documents. */
    public boolean isOfMany(int statement) {
        return isOfMany(statements.get(statement));
    }

    private boolean isOfMany(BsonDocument statement) {
        return list.equals("updates")
                ? Fields.flag(statement, "multi")
                : Fields.number(statement, "limit").orElse(0L) == 0;
    }

    /** Whether one of its statements inserts if it finds none of the many. */
    public boolean mayInsertInsteadOfMany() {
        return statements.stream().anyMatch(statement -> isOfMany(statement) && Fields.flag(statement, "upsert"));
    }

    /** Whether the statements after one that has failed are not carried out. */
    public boolean endsWhenOneFails() {
        return !sent.containsKey("ordered") || Fields.flag(sent, "ordered");
    }

    /** A command of this statement alone. */
    public BsonDocument alone(int statement) {
        return of(statements.get(statement));
    }

    /** A command that does to one document what a statement about many does to it, if its filter still finds it. */
    public BsonDocument one(int statement, BsonValue id) {
        BsonDocument alone = statements.get(statement).clone();
        alone.keySet().removeAll(Set.of("multi", "upsert", "hint"));
        alone.put("q", narrowed(filter(alone), id));
        if (list.equals("deletes")) {
            alone.put("limit", new BsonInt32(1));
        }
        return of(alone);
    }

    private static BsonDocument narrowed(BsonDocument filter, BsonValue id) {
        BsonDocument only = new BsonDocument("_id", id);
        if (filter.containsKey("_id")) {
            return new BsonDocument("$and", new BsonArray(List.of(only, filter)));
        }
        only.putAll(filter);
        return only;
    }

    /** The client does not try it again by itself, so that it needs no number by which that would be known. */
    private BsonDocument of(BsonDocument statement) {
        BsonDocument command = sent.clone();
        command.keySet().removeAll(Set.of("txnNumber", "stmtId", "stmtIds"));
        command.put(list, new BsonArray(List.of(statement)));
        return command;
    }

    /** Finds the first of the documents that a statement is about; where they are many, one at a time. */
    public BsonDocument find(int statement) {
        return finding(statement, new BsonDocument("batchSize", new BsonInt32(1)));
    }

    /** Finds so many of them, at most. */
    public BsonDocument findAtMost(int statement, int most) {
        return finding(
                statement,
                new BsonDocument("projection", new BsonDocument("_id", new BsonInt32(1)))
                        .append("limit", new BsonInt32(most))
                        .append("batchSize", new BsonInt32(most + 1))
                        .append("singleBatch", BsonBoolean.TRUE));
    }

    private BsonDocument finding(int statement, BsonDocument howMany) {
        BsonDocument many = statements.get(statement);
        BsonDocument find = new BsonDocument("find", collection()).append("filter", filter(many));
        find.putAll(howMany);
        find.append("readConcern", new BsonDocument("level", new BsonString("local")));
        Fields.value(many, "hint").ifPresent(hint -> find.append("hint", hint));
        return asked(find);
    }

    /** The next of them. */
    public BsonDocument more(long cursor) {
        return asked(new BsonDocument("getMore", new BsonInt64(cursor))
                .append("collection", collection())
                .append("batchSize", new BsonInt32(1)));
    }

    /** No more of them is wanted. */
    public BsonDocument noMore(long cursor) {
        return asked(new BsonDocument("killCursors", collection())
                .append("cursors", new BsonArray(List.of(new BsonInt64(cursor)))));
    }

    private BsonDocument asked(BsonDocument command) {
        List<String> copied = command.getFirstKey().equals("find")
                ? OF_THE_CLIENT
                : OF_THE_CLIENT.stream().filter(field -> !field.equals("let")).toList();
        copied.stream()
                .filter(field -> !command.getFirstKey().equals("killCursors") || !field.equals("maxTimeMS"))
                .forEach(field -> Fields.value(sent, field).ifPresent(value -> command.append(field, value)));
        return command;
    }

    private BsonValue collection() {
        return Fields.value(sent, sent.getFirstKey()).orElse(BsonNull.VALUE);
    }

    private static BsonDocument filter(BsonDocument statement) {
        return Fields.document(statement, "q").orElseGet(BsonDocument::new);
    }

    /** Its first step: it looks what there is, and changes one document, which is one step. */
    public static Command first(Command whole) {
        return whole.touching(whole.accesses().stream()
                .map(access -> new Access(
                        access.namespace(), access.mode(), access.keys(), Grain.ATOMIC, access.unlessAdding()))
                .toList());
    }

    /** A later step, that looks for the next document as well: it depends on whatever the collection holds. */
    public static Command lookingOn(Command step) {
        return step.touching(Stream.concat(
                        step.accesses().stream(),
                        step.accesses().stream()
                                .filter(access -> access.mode() == Mode.WRITE)
                                .map(access -> new Access(access.namespace(), Mode.READ, Keys.UNKNOWN, Grain.ATOMIC)))
                .toList());
    }
}
