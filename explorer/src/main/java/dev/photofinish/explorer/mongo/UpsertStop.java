package dev.photofinish.explorer.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/**
 * The server's failpoint at which every upsert stops that has found nothing and is about to insert. It holds all upserts of the
 * server alike, and to switch it off lets all go on that have stopped: there is no way to let one of them go. It is never left on:
 * it is switched off before it is first used, in case somebody who was killed has left it so, when it is closed, and when the JVM
 * ends. Any thread may call; all but {@link #close} ask the server.
 */
public final class UpsertStop implements AutoCloseable {

    private static final String NAME = "hangBeforeUpsertPerformsInsert";

    private final MongoDatabase admin;
    private final Thread whenTheJvmEnds = new Thread(this::letAllGo, "photofinish-upsert-stop");
    private Availability availability = Availability.UNKNOWN;
    private volatile boolean on;

    private enum Availability {
        UNKNOWN,
        THERE,
        NONE
    }

    public UpsertStop(MongoClient client) {
        this.admin = client.getDatabase("admin");
    }

    /** This one, if the server is one for tests ({@code enableTestCommands}) and lets us. Asked once. */
    public synchronized Optional<UpsertStop> ifThere() {
        if (availability == Availability.UNKNOWN) {
            availability = isThere() ? Availability.THERE : Availability.NONE;
        }
        return availability == Availability.THERE ? Optional.of(this) : Optional.empty();
    }

    private boolean isThere() {
        try {
            set("off");
            Runtime.getRuntime().addShutdownHook(whenTheJvmEnds);
            return !"isdbgrid".equals(admin.runCommand(new Document("hello", 1)).getString("msg"));
        } catch (MongoException | IllegalStateException refused) {
            return false;
        }
    }

    /** From now on upserts stop. */
    public void on() {
        on = true;
        set("alwaysOn");
    }

    /** All that have stopped go on, and nobody stops any more. */
    public void off() {
        set("off");
        on = false;
    }

    /** As long as the client is open. */
    @Override
    public void close() {
        letAllGo();
        try {
            Runtime.getRuntime().removeShutdownHook(whenTheJvmEnds);
        } catch (IllegalStateException ending) {
            // The JVM is ending, and the hook runs by itself.
        }
    }

    private void letAllGo() {
        if (on) {
            try {
                off();
            } catch (MongoException | IllegalStateException gone) {
                // The server is gone, or the client is closed, before which it was switched off.
            }
        }
    }

    private void set(String mode) {
        admin.runCommand(new Document("configureFailPoint", NAME).append("mode", mode));
    }

    /**
     * Whether the command that a connection has sent stands there.
     *
     * @param address the client's end of the connection, as the server sees it
     */
    public boolean holds(String address) {
        BsonDocument all = new BsonDocument("allUsers", BsonBoolean.TRUE).append("idleSessions", BsonBoolean.FALSE);
        BsonDocument there = new BsonDocument("client", new BsonString(address))
                .append("active", BsonBoolean.TRUE)
                .append("failpointMsg", new BsonString(NAME));
        return !admin.aggregate(
                        List.of(new BsonDocument("$currentOp", all), new BsonDocument("$match", there)),
                        BsonDocument.class)
                .into(new ArrayList<>())
                .isEmpty();
    }
}
