package dev.photofinish.explorer.data;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.connection.ClusterType;
import org.bson.types.ObjectId;

/**
 * Waits once for all writes so far, instead of with each of them, so that readers with read concern {@code majority} or
 * {@code snapshot} see them too.
 */
final class Majority {

    private Majority() {}

    /**
     * A write that changes nothing waits for what the server had written before it.
     *
     * @see <a href="https://www.mongodb.com/docs/manual/reference/write-concern/">Write concern</a>
     */
    static void await(MongoClient client, MongoNamespace namespace) {
        if (client.getClusterDescription().getType() == ClusterType.STANDALONE) {
            return; // there are no others
        }
        try {
            client.getDatabase(namespace.getDatabaseName())
                    .getCollection(namespace.getCollectionName())
                    .withWriteConcern(WriteConcern.MAJORITY)
                    .deleteOne(Filters.eq("_id", new ObjectId()));
        } catch (MongoException refused) {
            throw new CannotRestore(
                    "The database did not acknowledge the data that were put back: " + refused.getMessage(), refused);
        }
    }
}
