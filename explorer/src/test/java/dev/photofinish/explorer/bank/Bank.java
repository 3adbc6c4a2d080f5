package dev.photofinish.explorer.bank;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.MongoNamespace;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/**
 * An application that keeps its rules by transactions, where it keeps them: two accounts, {@code ada} and {@code bob}, of 100
 * each. Needs a replica set.
 */
public final class Bank {

    private static final int EACH = 100;

    private final MongoClient client;
    private final MongoCollection<Document> accounts;

    public Bank(MongoClient client, String database) {
        this.client = client;
        this.accounts = client.getDatabase(database).getCollection("accounts");
    }

    public MongoNamespace accounts() {
        return accounts.getNamespace();
    }

    /** The accounts as they are in the beginning. */
    public void open() {
        accounts.deleteMany(new Document());
        accounts.insertMany(List.of(
                new Document("_id", "ada").append("balance", EACH),
                new Document("_id", "bob").append("balance", EACH)));
    }

    public int balance(String account) {
        return Objects.requireNonNull(accounts.find(eq(account)).first()).getInteger("balance");
    }

    /** Tries once; whoever meets another's transaction gets the driver's exception. */
    public boolean transfer(String from, String to, int amount) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            boolean covered = move(session, from, to, amount);
            if (covered) {
                session.commitTransaction();
            } else {
                session.abortTransaction();
            }
            return covered;
        }
    }

    /** Tries until it succeeds: the driver retries. */
    public boolean transferWithRetries(String from, String to, int amount) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(() -> move(session, from, to, amount));
        }
    }

    private boolean move(ClientSession session, String from, String to, int amount) {
        if (balance(session, from) < amount) {
            return false;
        }
        accounts.updateOne(session, eq(from), inc("balance", -amount));
        accounts.updateOne(session, eq(to), inc("balance", amount));
        return true;
    }

    private int balance(ClientSession session, String account) {
        return Objects.requireNonNull(accounts.find(session, eq(account)).first())
                .getInteger("balance");
    }

    /** One plain update. */
    public boolean payIn(String account, int amount) {
        return accounts.updateOne(eq(account), inc("balance", amount)).getModifiedCount() == 1;
    }

    /** An account may be overdrawn as long as both together cover it: snapshot isolation does not see two such at once. */
    public boolean overdraw(String account, int amount) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            if (balance(session, "ada") + balance(session, "bob") < amount) {
                session.abortTransaction();
                return false;
            }
            accounts.updateOne(session, eq(account), inc("balance", -amount));
            session.commitTransaction();
            return true;
        }
    }
}
