package dev.photofinish.explorer.mongo;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a command touches. Whatever is not understood, or cannot be told from the command, is taken for more than it is: a write
 * to everything in the worst case.
 */
final class Touched {

    private static final Access READS_EVERYTHING = new Access(Access.EVERYTHING, Mode.READ, Keys.UNKNOWN, Grain.ATOMIC);
    private static final Access WRITES_EVERYTHING =
            new Access(Access.EVERYTHING, Mode.WRITE, Keys.UNKNOWN, Grain.COMPOUND);

    /** The collection below a time series holds the same data by another name. */
    private static final Pattern BUCKETS = Pattern.compile("\\.system\\.buckets\\.");

    private final UniqueKeys uniqueKeys;
    private final String database;
    private final BsonDocument command;

    Touched(UniqueKeys uniqueKeys, String database, BsonDocument command) {
        this.uniqueKeys = uniqueKeys;
        this.database = database;
        this.command = command;
    }

    List<Access> accesses() {
        return takesASnapshot()
                ? Stream.concat(Stream.of(READS_EVERYTHING), touched().stream()).toList()
                : touched();
    }

    /** What reads with the same session later read, in whatever collection, is what there was when the first of them did. */
    private boolean takesASnapshot() {
        return Fields.document(command, "readConcern")
                .filter(concern ->
                        Fields.text(concern, "level").filter("snapshot"::equals).isPresent()
                                && !concern.containsKey("atClusterTime"))
                .isPresent();
    }

    private List<Access> touched() {
        String name = command.getFirstKey();
        return switch (Verb.of(name)) {
            case HOUSEKEEPING, COMMIT_TRANSACTION, ABORT_TRANSACTION -> List.of();
            case FIND -> of(name, collection -> collection.read(filter("filter"), collated()));
            case COUNT, DISTINCT -> of(name, collection -> collection.read(filter("query"), collated()));
            case LIST_INDEXES, COLL_STATS -> of(name, collection -> collection.read(Optional.empty(), false));
            case AGGREGATE -> aggregate(name);
            case GET_MORE -> getMore();
            case INSERT -> of(name, collection -> collection.inserts(Fields.documents(command, "documents")));
            case UPDATE -> of(name, collection -> collection.updates(Fields.documents(command, "updates")));
            case DELETE -> of(name, collection -> collection.deletes(Fields.documents(command, "deletes")));
            case FIND_AND_MODIFY -> of(name, collection -> collection.findAndModify(command));
            case BULK_WRITE -> bulkWrite();
            case MAP_REDUCE -> mapReduce(name);
            case EXPLAIN -> explain(name);
            case CREATE, CREATE_INDEXES, DROP_INDEXES, COLL_MOD, DROP -> definition(name);
            case RENAME_COLLECTION -> rename(name);
            case LIST_COLLECTIONS, LIST_DATABASES, DB_STATS -> List.of(READS_EVERYTHING);
            case DROP_DATABASE, UNKNOWN -> List.of(WRITES_EVERYTHING);
        };
    }

    private interface InCollection {
        Access touched(Statements collection);
    }

    /** A view's documents are those of other collections; which ones only the server knows. */
    private List<Access> of(String collectionField, InCollection touched) {
        return namespace(Fields.text(command, collectionField))
                .map(namespace -> {
                    Uniqueness uniqueness = uniqueKeys.of(namespace);
                    Access access = touched.touched(new Statements(namespace.getFullName(), uniqueness));
                    return uniqueness.view() ? List.of(everywhere(access), access) : List.of(access);
                })
                .orElse(List.of(WRITES_EVERYTHING));
    }

    private static Access everywhere(Access access) {
        return access.mode() == Mode.READ ? READS_EVERYTHING : WRITES_EVERYTHING;
    }

    private Optional<BsonDocument> filter(String field) {
        return Fields.document(command, field);
    }

    private boolean collated() {
        return command.containsKey("collation");
    }

    /** One on a whole database ({@code aggregate: 1}) reads none of its collections by itself. */
    private List<Access> aggregate(String name) {
        Pipeline pipeline = new Pipeline(database, Fields.documents(command, "pipeline"));
        List<Access> own = Fields.text(command, name).isPresent()
                ? of(name, collection -> collection.read(pipeline.firstMatch(), collated()))
                : List.of();
        List<Access> others = pipeline.otherAccesses();
        if (others.isEmpty()) {
            return own;
        }
        List<Access> viewed = others.stream()
                .filter(access -> namespace(access.namespace())
                        .map(uniqueKeys::of)
                        .orElse(Uniqueness.VIEW)
                        .view())
                .map(Touched::everywhere)
                .toList();
        return Stream.of(own, viewed, others).flatMap(List::stream).distinct().toList();
    }

    /** Its cursor may belong to an aggregation, which goes on reading other collections. */
    private List<Access> getMore() {
        return namespace(Fields.text(command, "collection"))
                .map(MongoNamespace::getFullName)
                .map(namespace ->
                        List.of(new Access(namespace, Mode.READ, Keys.UNKNOWN, Grain.ATOMIC), READS_EVERYTHING))
                .orElse(List.of(READS_EVERYTHING));
    }

    /** Its namespaces are listed once, and its operations point at them. */
    private List<Access> bulkWrite() {
        List<Access> accesses = Fields.documents(command, "nsInfo").stream()
                .flatMap(entry -> Fields.text(entry, "ns").stream())
                .map(namespace -> new Access(namespace, Mode.WRITE, Keys.UNKNOWN, Grain.COMPOUND))
                .distinct()
                .toList();
        return accesses.isEmpty() ? List.of(WRITES_EVERYTHING) : accesses;
    }

    private List<Access> mapReduce(String name) {
        Optional<BsonValue> out = Fields.value(command, "out");
        boolean inline = out.filter(BsonValue::isDocument)
                .map(where -> where.asDocument().containsKey("inline"))
                .orElse(false);
        return inline
                ? of(name, collection -> collection.read(filter("query"), collated()))
                : List.of(WRITES_EVERYTHING);
    }

    /** Nothing is written, whatever is explained. */
    private List<Access> explain(String name) {
        return Fields.document(command, name)
                .filter(explained -> !explained.isEmpty())
                .map(explained -> new Touched(uniqueKeys, database, explained).accesses())
                .orElse(List.of(READS_EVERYTHING))
                .stream()
                .map(access -> new Access(access.namespace(), Mode.READ, access.keys(), Grain.ATOMIC))
                .toList();
    }

    private List<Access> definition(String name) {
        namespace(Fields.text(command, name)).ifPresent(uniqueKeys::changing);
        return namespace(Fields.text(command, name)).map(Touched::redefined).orElse(List.of(WRITES_EVERYTHING));
    }

    /** The one command that names its collections in full. */
    private List<Access> rename(String name) {
        List<Access> accesses = new ArrayList<>();
        Stream.of(name, "to")
                .flatMap(field -> Fields.text(command, field).flatMap(Touched::namespace).stream())
                .forEach(namespace -> {
                    uniqueKeys.changing(namespace);
                    accesses.addAll(redefined(namespace));
                });
        return accesses.size() == 2 ? accesses : List.of(WRITES_EVERYTHING);
    }

    private static List<Access> redefined(MongoNamespace namespace) {
        return List.of(new Access(namespace.getFullName(), Mode.WRITE, Keys.UNKNOWN, Grain.ATOMIC));
    }

    private Optional<MongoNamespace> namespace(Optional<String> collection) {
        return collection.flatMap(name -> namespace(database + "." + name));
    }

    /** Nothing for a name that no server would take either. */
    static Optional<MongoNamespace> namespace(String fullName) {
        try {
            return Optional.of(new MongoNamespace(BUCKETS.matcher(fullName).replaceFirst(".")));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
