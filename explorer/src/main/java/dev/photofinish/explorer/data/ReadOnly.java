package dev.photofinish.explorer.data;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;

/**
 * Looks after the collections that the contest reads, and that nobody has written through the gate: where they change all the same,
 * somebody writes past it, the application itself perhaps. In the first executions only, since whoever does that does it always.
 *
 * <p>Any thread that may wait; this object guards what is in it.
 */
final class ReadOnly {

    private static final int EXECUTIONS = 6;
    /** Who reads more than this from one collection is not looked after: it would take too long. */
    private static final Bound BOUND = new Bound(5_000, 4L << 20, 10);

    private final MongoClient database;
    private final Set<MongoNamespace> read = new HashSet<>();
    private final Map<MongoNamespace, CollectionImage> images = new HashMap<>();
    private int executions;

    ReadOnly(MongoClient database) {
        this.database = database;
    }

    synchronized boolean isEmpty() {
        return read.isEmpty();
    }

    /** They are about to be read. */
    synchronized void watch(Set<MongoNamespace> collections) {
        read.addAll(collections);
        if (executions <= EXECUTIONS) {
            collections.forEach(this::take);
        }
    }

    /** The data are as they are to be. */
    synchronized void begin() {
        executions++;
        images.clear();
        if (executions <= EXECUTIONS) {
            read.forEach(this::take);
        }
    }

    private void take(MongoNamespace namespace) {
        try {
            images.computeIfAbsent(namespace, unseen -> CollectionImage.take(database, unseen, BOUND));
        } catch (CannotRestore | MongoException unwatched) {
            images.remove(namespace);
        }
    }

    /**
     * A sentence about those that are not as they were.
     *
     * @param written through the gate, of which others know
     */
    synchronized Optional<String> changed(Set<MongoNamespace> written) {
        Set<MongoNamespace> asked = images.keySet().stream()
                .filter(namespace -> !written.contains(namespace))
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Optional<Contents> now = now(asked);
        List<String> changed = now.stream()
                .flatMap(contents -> asked.stream().map(namespace -> words(namespace, contents)))
                .filter(words -> !words.isEmpty())
                .sorted()
                .toList();
        return changed.isEmpty() ? Optional.empty() : Optional.of(sentence(changed));
    }

    /** Whoever needs a database that does not answer says so; nobody waits for it here again. */
    private Optional<Contents> now(Set<MongoNamespace> asked) {
        try {
            return Optional.of(Contents.of(database, asked));
        } catch (MongoException gone) {
            executions = EXECUTIONS;
            images.clear();
            return Optional.empty();
        }
    }

    private String words(MongoNamespace namespace, Contents now) {
        List<RawBsonDocument> found = now.in(namespace).orElse(List.of());
        Account account =
                Account.of(Objects.requireNonNull(images.get(namespace)), found, new Claims(List.of(), List.of()));
        int documents = account.strangers().size();
        return documents == 0
                ? ""
                : namespace.getFullName() + " (" + documents + (documents == 1 ? " document)" : " documents)");
    }

    private static String sentence(List<String> changed) {
        return "The data change while no write to them comes through the gate: " + String.join(", ", changed)
                + ". The application also reaches its database past the gate, or somebody else writes there. Give the"
                + " application the gate's address wherever it has its MongoDB's, and stop what else uses this"
                + " database.";
    }
}
