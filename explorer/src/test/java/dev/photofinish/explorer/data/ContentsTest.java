package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@EveryEngine
class ContentsTest {

    private final TestDatabase database;

    ContentsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theyAreWhatIsThereInNaturalOrderAlsoIfThatIsNothing() {
        database.collection("stock").insertMany(List.of(new Document("_id", 2), new Document("_id", 1)));

        Contents contents = Contents.of(
                database.client(),
                Set.of(new MongoNamespace(database.name(), "stock"), new MongoNamespace(database.name(), "log")));

        assertThat(contents.byName())
                .containsOnly(
                        Map.entry(
                                database.name() + ".stock",
                                List.of(BsonDocument.parse("{_id: 2}"), BsonDocument.parse("{_id: 1}"))),
                        Map.entry(database.name() + ".log", List.of()));
    }
}
