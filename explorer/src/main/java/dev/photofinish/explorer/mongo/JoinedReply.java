package dev.photofinish.explorer.mongo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** What a command of several writes is answered, put together from the answers to its writes. For one thread. */
public final class JoinedReply {

    private final BsonArray upserted = new BsonArray();
    private final BsonArray errors = new BsonArray();
    private BsonDocument last = new BsonDocument();
    private Optional<BsonDocument> notAcknowledged = Optional.empty();
    /** By statement: of one that fails, the server does not count what it had written before. */
    private final Map<Integer, Long> found = new HashMap<>();

    private final Map<Integer, Long> modified = new HashMap<>();

    /** @param statement to which of the command's statements the write belongs */
    public void add(int statement, BsonDocument reply) {
        last = reply;
        found.merge(statement, Fields.number(reply, "n").orElse(0L), Long::sum);
        modified.merge(statement, Fields.number(reply, "nModified").orElse(0L), Long::sum);
        Fields.documents(reply, "upserted").forEach(each -> upserted.add(of(statement, each)));
        Fields.documents(reply, "writeErrors").forEach(each -> errors.add(of(statement, each)));
        notAcknowledged = Fields.document(reply, "writeConcernError").or(() -> notAcknowledged);
    }

    private static BsonDocument of(int statement, BsonDocument part) {
        BsonDocument placed = part.clone();
        placed.put("index", new BsonInt32(statement));
        return placed;
    }

    private BsonInt32 count(Map<Integer, Long> counted) {
        return new BsonInt32(counted.entrySet().stream()
                .filter(statement -> !failedIn(statement.getKey()))
                .mapToInt(statement -> statement.getValue().intValue())
                .sum());
    }

    /** Whether the command as a whole cannot go on. */
    public boolean isRefused() {
        return !Fields.flag(last, "ok");
    }

    /** Whether one of its statements has failed. */
    public boolean hasFailed() {
        return isRefused() || !errors.isEmpty();
    }

    /** Whether this one has. */
    public boolean failedIn(int statement) {
        return Fields.documents(errors).stream()
                .anyMatch(error -> Fields.number(error, "index").orElse(-1L) == statement);
    }

    /** The answer to all. */
    public BsonDocument whole() {
        if (isRefused()) {
            return last;
        }
        BsonDocument whole = new BsonDocument("n", count(found));
        if (last.containsKey("nModified")) {
            whole.append("nModified", count(modified));
        }
        if (!upserted.isEmpty()) {
            whole.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            whole.append("writeErrors", errors);
        }
        notAcknowledged.ifPresent(error -> whole.append("writeConcernError", error));
        for (Map.Entry<String, BsonValue> field : last.entrySet()) {
            if (!whole.containsKey(field.getKey()) && !field.getKey().equals("writeErrors")) {
                whole.append(field.getKey(), field.getValue());
            }
        }
        return whole;
    }
}
