package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * How many operations of a server the commands that were held in one execution explain at most. Safe for any thread.
 */
final class Load {

    /** Commands that do nothing but what their statements say; any other may do anything where it goes. */
    private static final Set<String> PLAIN = Set.of(
            "find", "getMore", "insert", "update", "delete", "findAndModify", "findandmodify", "count", "distinct");

    private static final long ANY_NUMBER = 1L << 40;

    private final Map<String, Long> most = new ConcurrentHashMap<>();

    void add(Command command, BsonDocument sent) {
        if (command.part() == Part.COMMITS || command.part() == Part.ABORTS) {
            return;
        }
        long operations = PLAIN.contains(sent.getFirstKey()) ? statements(sent) : ANY_NUMBER;
        command.accesses().forEach(access -> most.merge(access.namespace(), operations, Long::sum));
    }

    private static long statements(BsonDocument sent) {
        return Set.of("documents", "updates", "deletes").stream()
                .map(sent::get)
                .filter(statements -> statements != null && statements.isArray())
                .map(BsonValue::asArray)
                .mapToLong(statements -> statements.size())
                .max()
                .orElse(1);
    }

    /** The collections, in the databases of these commands, in which the server has done more than they explain. */
    Set<String> unexplained(Traffic before, Traffic after) {
        if (most.containsKey(Access.EVERYTHING)) {
            return Set.of();
        }
        Set<String> databases = most.keySet().stream().map(Load::database).collect(Collectors.toSet());
        return after.operations().keySet().stream()
                .filter(namespace -> databases.contains(database(namespace)) && !namespace.contains(".system."))
                .filter(namespace -> after.since(before, namespace) > most.getOrDefault(namespace, 0L))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String database(String namespace) {
        int dot = namespace.indexOf('.');
        return dot < 0 ? namespace : namespace.substring(0, dot);
    }
}
