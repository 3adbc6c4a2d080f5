package dev.photofinish.explorer.wire;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.attribution.Bookkeeper;
import dev.photofinish.explorer.attribution.Sent;
import dev.photofinish.explorer.data.FreshData;
import dev.photofinish.explorer.step.Command;
import java.util.Set;
import org.bson.BsonDocument;

/** Tells those who make the data what the gate sees being written. For any thread. */
record BooksOfData(FreshData data) implements Bookkeeper {

    @Override
    public void beforeFirstWrite(Set<MongoNamespace> collections) {
        data.beforeFirstWrite(collections);
    }

    @Override
    public void beforeFirstRead(Set<MongoNamespace> collections) {
        data.beforeFirstRead(collections);
    }

    @Override
    public void beforeWritingAnything(String command) {
        data.beforeWritingAnything(command);
    }

    @Override
    public void passes(Sent sent, Command command) {
        data.passes(sent.database(), command, sent.document());
    }

    @Override
    public void disowned(BsonDocument sent) {
        data.disowned(sent);
    }

    @Override
    public void answered(BsonDocument sent, BsonDocument reply) {
        data.answered(sent, reply);
    }
}
