package dev.photofinish.scenarios.explore;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.data.Contents;
import dev.photofinish.explorer.oracle.Given;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/**
 * The documents of the collections that are written, before an execution and after it. A thread of the gate adds collections
 * right before they are written first; all else is for the explorer's thread. This object guards what was there before.
 */
final class Snapshots {

    private final MongoClient database;
    private final Map<String, List<BsonDocument>> before = new HashMap<>();
    /** Some while the data were still being made. */
    private final Set<MongoNamespace> added = new HashSet<>();

    private Optional<Given> given = Optional.empty();
    private Set<MongoNamespace> givenIn = Set.of();
    private Contents justTaken = Contents.UNKNOWN;
    private Optional<FutureTask<Contents>> ahead = Optional.empty();

    /** @param database past the gate */
    Snapshots(MongoClient database) {
        this.database = database;
    }

    /** The data have been made anew. */
    synchronized void begin(Set<MongoNamespace> written) {
        before.clear();
        added.addAll(written);
        add(Set.copyOf(added));
    }

    synchronized void add(Collection<MongoNamespace> collections) {
        added.addAll(collections);
        given = Optional.empty();
        before.putAll(Contents.of(database, Set.copyOf(collections)).byName());
    }

    /** Looked through once for all executions that begin with it. */
    synchronized Given before(Set<MongoNamespace> looked) {
        if (!looked.equals(givenIn)) {
            given = Optional.empty();
            givenIn = Set.copyOf(looked);
        }
        Given known = given.orElseGet(() -> Given.of(in(looked, before)));
        given = Optional.of(known);
        return known;
    }

    private static Map<String, List<BsonDocument>> in(
            Set<MongoNamespace> looked, Map<String, List<BsonDocument>> documents) {
        Map<String, List<BsonDocument>> some = new LinkedHashMap<>(documents);
        some.keySet().retainAll(looked.stream().map(MongoNamespace::getFullName).collect(Collectors.toSet()));
        return some;
    }

    /**
     * Begins to read what there is now, while the explorer's thread looks at the data by other means.
     *
     * @return what will have been found; to be waited for by any thread
     */
    Callable<Contents> lookAhead(Set<MongoNamespace> written) {
        FutureTask<Contents> reading = new FutureTask<>(() -> Contents.of(database, written));
        Thread.ofVirtual().name("photofinish-snapshot").start(reading);
        ahead = Optional.of(reading);
        return () -> read(reading);
    }

    /** By namespace. */
    Map<String, List<BsonDocument>> now(Set<MongoNamespace> looked) throws InterruptedException {
        justTaken = ahead.isPresent() ? read(ahead.get()) : Contents.of(database, looked);
        ahead = Optional.empty();
        return in(looked, justTaken.byName());
    }

    private static Contents read(FutureTask<Contents> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MongoException unread) {
                throw unread;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What there was to be seen last, for once. */
    Contents justTaken() {
        Contents seen = justTaken;
        justTaken = Contents.UNKNOWN;
        ahead = Optional.empty();
        return seen;
    }
}
