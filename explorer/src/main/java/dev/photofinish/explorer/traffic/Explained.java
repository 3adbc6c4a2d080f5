package dev.photofinish.explorer.traffic;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * How often a command reads and writes which collections at most, as a server counts that. Tried on 6.0: all but pipelines read once.
 *
 * @param counts by namespace; {@link #EVERYWHERE} is all of them
 */
public record Explained(Map<String, Count> counts) {

    static final String EVERYWHERE = "*";

    public static final Explained NOTHING = new Explained(Map.of());

    private static final Count ONE_FIND = new Count(1, 1, 0);
    private static final Count ONE_READ = new Count(0, 1, 0);
    private static final Count WRITES = new Count(0, 0, Count.ANY.writes());

    /** Names are case-insensitive. */
    private static final Set<String> READS = Set.of("count", "distinct", "listindexes", "collstats");

    private static final Set<String> WRITING =
            Set.of("insert", "update", "delete", "findandmodify", "createindexes", "create", "drop", "dropindexes");

    /** Stages that look at no other collection, and at their own once. */
    private static final Set<String> PLAIN_STAGES = Set.of(
            "$match",
            "$project",
            "$group",
            "$sort",
            "$limit",
            "$skip",
            "$count",
            "$addFields",
            "$set",
            "$unset",
            "$unwind",
            "$replaceRoot",
            "$replaceWith",
            "$sortByCount",
            "$bucket",
            "$bucketAuto");

    /** @param command as it was sent */
    public static Explained by(String database, BsonDocument command) {
        if (command.isEmpty()) {
            return NOTHING;
        }
        String name = command.getFirstKey().toLowerCase(Locale.ROOT);
        if (name.equals("getmore")) {
            return command.isString("collection")
                    ? once(database, command.getString("collection"), ONE_READ)
                    : new Explained(Map.of(EVERYWHERE, Count.ANY));
        }
        if (name.equals("bulkwrite")) {
            return new Explained(Map.of(EVERYWHERE, Count.ANY));
        }
        BsonValue target = command.getOrDefault(command.getFirstKey(), BsonNull.VALUE);
        return switch (name) {
            case "find" -> once(database, target, ONE_FIND);
            case "aggregate" -> pipeline(database, command);
            case "explain", "mapreduce" -> new Explained(Map.of(EVERYWHERE, Count.ANY));
            default -> {
                if (READS.contains(name)) {
                    yield once(database, target, ONE_READ);
                }
                yield once(database, target, WRITING.contains(name) ? WRITES : Count.ANY);
            }
        };
    }

    /** The same of one that the server answers again and again, unasked: each time counts. */
    public Explained anyNumberOfTimes() {
        Map<String, Count> any = new HashMap<>();
        counts.keySet().forEach(namespace -> any.put(namespace, Count.ANY));
        return new Explained(any);
    }

    /** Commands about no collection read none. */
    private static Explained once(String database, BsonValue target, Count count) {
        return target.isString()
                ? new Explained(Map.of(database + "." + target.asString().getValue(), count))
                : NOTHING;
    }

    /** Any text in it may name another collection. */
    private static Explained pipeline(String database, BsonDocument command) {
        if (!command.isString("aggregate") || !command.isArray("pipeline")) {
            return new Explained(Map.of(EVERYWHERE, Count.ANY));
        }
        String own = database + "." + command.getString("aggregate").getValue();
        boolean plain = command.getArray("pipeline").stream()
                .allMatch(stage -> stage.isDocument()
                        && !stage.asDocument().isEmpty()
                        && PLAIN_STAGES.contains(stage.asDocument().getFirstKey()));
        if (plain) {
            return new Explained(Map.of(own, ONE_READ));
        }
        Map<String, Count> counts = new HashMap<>();
        named(command.getArray("pipeline"), database, counts);
        counts.put(own, Count.ANY);
        return new Explained(counts);
    }

    private static void named(BsonValue value, String database, Map<String, Count> counts) {
        switch (value.getBsonType()) {
            case STRING -> counts.put(database + "." + value.asString().getValue(), Count.ANY);
            case ARRAY -> value.asArray().forEach(each -> named(each, database, counts));
            case DOCUMENT -> value.asDocument().values().forEach(each -> named(each, database, counts));
            default -> {}
        }
    }

    /** Whether it is about no collection. */
    public boolean isNothing() {
        return counts.isEmpty();
    }
}
