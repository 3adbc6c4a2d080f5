package dev.photofinish.explorer.traffic;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * A time in which a server is looked at: what it has counted before it and after it, and of which of that we know.
 *
 * <pre>
 *   ended so far ─▶ counted so far ─▶ (time passes) ─▶ counted now ─▶ begun by now
 * </pre>
 *
 * What is under way at either end is taken for an explanation. For one thread.
 */
final class Window {

    private final MongoClient database;
    private final Passing passing;
    private final Map<String, Count> ended;
    private final Counters before;
    private final long opened = System.nanoTime();

    private Window(MongoClient database, Passing passing) {
        this.database = database;
        this.passing = passing;
        this.ended = passing.ended();
        this.before = Counters.of(database);
    }

    static Window open(MongoClient database, Passing passing) {
        return new Window(database, passing);
    }

    boolean isNotAllowed() {
        return before instanceof Counters.NotAllowed;
    }

    Surplus close() {
        if (!(before instanceof Counters.Known then) || !(Counters.of(database) instanceof Counters.Known now)) {
            return Surplus.NONE;
        }
        Duration time = Duration.ofNanos(System.nanoTime() - opened);
        Map<String, Count> explained = explained();
        Surplus surplus = Surplus.of(time, then, now, explained);
        for (String name : surplus.databases()) {
            if (isReadThroughAView(name, explained)) {
                surplus =
                        surplus.without(namespace -> Surplus.database(namespace).equals(name));
            }
        }
        return surplus;
    }

    private Map<String, Count> explained() {
        Map<String, Count> explained = new HashMap<>();
        passing.begun().forEach((namespace, begun) -> {
            Count since = begun.minus(ended.getOrDefault(namespace, Count.NONE));
            if (!since.equals(Count.NONE)) {
                explained.put(namespace, since);
            }
        });
        return explained;
    }

    /** Who reads a view, or a time series, reads other collections, and the server counts it twice. */
    private boolean isReadThroughAView(String name, Map<String, Count> explained) {
        try {
            Set<String> others = new HashSet<>();
            database.getDatabase(name)
                    .listCollections(BsonDocument.class)
                    .filter(BsonDocument.parse("{type: {$ne: 'collection'}}"))
                    .forEach(view ->
                            others.add(name + "." + view.getString("name").getValue()));
            others.retainAll(explained.keySet());
            return !others.isEmpty();
        } catch (MongoException unknown) {
            return true;
        }
    }
}
