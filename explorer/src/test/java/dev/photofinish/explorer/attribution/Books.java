package dev.photofinish.explorer.attribution;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.step.Command;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/** What is said to be written, and to be nobody's. */
final class Books implements Bookkeeper {

    final List<String> written = new CopyOnWriteArrayList<>();
    final List<BsonDocument> disowned = new CopyOnWriteArrayList<>();

    @Override
    public void beforeFirstWrite(Set<MongoNamespace> collections) {
        collections.forEach(each -> written.add(each.getFullName()));
    }

    @Override
    public void beforeFirstRead(Set<MongoNamespace> collections) {}

    @Override
    public void beforeWritingAnything(String command) {}

    @Override
    public void passes(Sent sent, Command command) {}

    @Override
    public void disowned(BsonDocument sent) {
        disowned.add(sent);
    }

    @Override
    public void answered(BsonDocument sent, BsonDocument reply) {}
}
