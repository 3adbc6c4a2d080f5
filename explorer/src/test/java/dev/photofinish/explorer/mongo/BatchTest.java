package dev.photofinish.explorer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** How much a server inserts in one go is what the server says. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database has no such parameter")
class BatchTest {

    private final TestDatabase database;

    BatchTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void holdsAsManyDocumentsAsTheServersDoes() {
        int most = database.client()
                .getDatabase("admin")
                .runCommand(Document.parse("{getParameter: 1, internalInsertMaxBatchSize: 1}"))
                .getInteger("internalInsertMaxBatchSize");

        assertThat(Batch.holds(documents(most))).isTrue();
        assertThat(Batch.holds(documents(most + 1))).isFalse();
    }

    private static List<BsonDocument> documents(int number) {
        return Collections.nCopies(number, BsonDocument.parse("{n: 1}"));
    }
}
