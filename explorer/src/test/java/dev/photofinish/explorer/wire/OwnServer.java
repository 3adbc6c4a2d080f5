package dev.photofinish.explorer.wire;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.RunningDatabase;

/** A mongod of a test's own behind a gate, and a shop whose client can be connected anew, with other options. */
final class OwnServer implements AutoCloseable {

    private final RunningDatabase database;
    private final WireGate gate;
    private MongoClient client;
    private Shop shop;

    private OwnServer(RunningDatabase database) throws Exception {
        this.database = database;
        this.gate = TestGates.open(database.uri());
        this.client = client("");
        this.shop = new Shop(client, "shop");
    }

    static OwnServer start() throws Exception {
        return new OwnServer(Databases.start(new DatabaseChoice.Start(Engine.STANDALONE)));
    }

    WireGate gate() {
        return gate;
    }

    /** Past the gate. */
    String address() {
        return database.uri();
    }

    Shop shop() {
        return shop;
    }

    /** It is gone from now on. */
    void stopDatabase() {
        database.close();
    }

    /** @param options of the address, such as {@code maxPoolSize=1} */
    Shop connectAnew(String options) {
        client.close();
        client = client(options);
        shop = new Shop(client, "shop");
        return shop;
    }

    /** Another client of the gate's; to be closed by whoever asks. */
    MongoClient client(String options) {
        String address = gate.connectionString();
        String separator = address.contains("?") ? "&" : "?";
        return MongoClients.create(options.isEmpty() ? address : address + separator + options);
    }

    @Override
    public void close() {
        client.close();
        gate.close();
        database.close();
    }
}
