package dev.photofinish.explorer.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What a server says of the operations under way on it, by {@code $currentOp}, and how to end them. Any thread may ask. Give it
 * a client of its own, which goes past the gate and whose connections are not all held.
 *
 * <p>The embedded database has no {@code $currentOp}, and no transactions behind which an operation could be blocked: of it
 * every answer is {@link Progress.CannotTell}.
 */
public final class Operations {

    private static final int NO_SUCH_SESSION = 206;

    private final MongoDatabase admin;

    public Operations(MongoClient client) {
        this.admin = client.getDatabase("admin");
    }

    /**
     * How the operation of a connection gets on; a connection has one at a time.
     *
     * @param address the client's end of the connection, as the server sees it: {@code 127.0.0.1:50123}
     */
    public Progress byClient(String address) {
        return progress(new BsonDocument("client", new BsonString(address)));
    }

    /**
     * How the operation of a session gets on.
     *
     * @param lsid as it stands in commands: <code>{id: UUID}</code>
     */
    public Progress bySession(BsonDocument lsid) {
        return progress(new BsonDocument("lsid.id", id(lsid)));
    }

    /**
     * Ends the operation of a connection, if one is under way; it fails with 11601. Closing the connection would not: a blocked
     * write is applied later.
     *
     * @return whether there was one
     */
    public boolean kill(String address) {
        List<BsonDocument> found = underWay(new BsonDocument("client", new BsonString(address)));
        found.forEach(operation ->
                admin.runCommand(new BsonDocument("killOp", new BsonInt32(1)).append("op", operation.get("opid"))));
        return !found.isEmpty();
    }

    /**
     * Ends sessions: their operations are killed and their open transactions aborted. Sessions that the server does not know are
     * no error, nor is a server without sessions.
     */
    public void endSessions(Collection<BsonDocument> lsids) {
        if (lsids.isEmpty()) {
            return;
        }
        BsonArray ids = new BsonArray();
        lsids.forEach(lsid -> ids.add(new BsonDocument("id", id(lsid))));
        try {
            admin.runCommand(new BsonDocument("killSessions", ids));
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != NO_SUCH_SESSION && !unsupported(refused)) {
                throw refused;
            }
        }
    }

    /** Those of the sessions that have a transaction open, running or idle. */
    public List<BsonDocument> openTransactions(Collection<BsonDocument> lsids) {
        List<BsonValue> ids = lsids.stream().map(Operations::id).toList();
        try {
            return currentOp(
                            true,
                            new BsonDocument("transaction", new BsonDocument("$exists", new BsonInt32(1)))
                                    .append("lsid.id", new BsonDocument("$in", new BsonArray(ids))))
                    .stream()
                    .map(operation ->
                            new BsonDocument("id", operation.getDocument("lsid").get("id")))
                    .distinct()
                    .toList();
        } catch (MongoCommandException refused) {
            if (unsupported(refused)) {
                return List.of();
            }
            throw refused;
        }
    }

    private Progress progress(BsonDocument filter) {
        try {
            return underWay(filter).stream()
                    .findFirst()
                    .<Progress>map(Operations::active)
                    .orElseGet(Progress.Absent::new);
        } catch (MongoException refused) {
            return new Progress.CannotTell("The server does not say what is under way on it: " + refused.getMessage());
        }
    }

    private static Progress.Active active(BsonDocument operation) {
        return new Progress.Active(
                Fields.number(operation, "opid")
                        .map(String::valueOf)
                        .or(() -> Fields.text(operation, "opid"))
                        .orElse(""),
                Fields.number(operation, "writeConflicts").orElse(0L),
                Fields.flag(operation, "waitingForLock"));
    }

    private List<BsonDocument> underWay(BsonDocument filter) {
        return currentOp(false, filter.append("active", BsonBoolean.TRUE));
    }

    private List<BsonDocument> currentOp(boolean idle, BsonDocument filter) {
        BsonDocument all =
                new BsonDocument("allUsers", BsonBoolean.TRUE).append("idleSessions", BsonBoolean.valueOf(idle));
        return admin.aggregate(
                        List.of(new BsonDocument("$currentOp", all), new BsonDocument("$match", filter)),
                        BsonDocument.class)
                .into(new ArrayList<>());
    }

    /** 59 CommandNotFound, 40324 an unknown stage, and what the embedded database answers instead. */
    private static boolean unsupported(MongoCommandException refused) {
        return List.of(59, 40324).contains(refused.getErrorCode());
    }

    private static BsonValue id(BsonDocument lsid) {
        return Fields.value(lsid, "id")
                .orElseThrow(() -> new IllegalArgumentException(
                        "A session is named by its id, as in {id: UUID}; this was " + lsid.toJson() + "."));
    }
}
