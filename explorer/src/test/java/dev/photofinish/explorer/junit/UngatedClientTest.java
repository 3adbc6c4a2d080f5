package dev.photofinish.explorer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.MongoException;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Where the server counts what it does: what comes past the gate is noticed, though nobody saw it come. */
@Explores
@EveryEngine
class UngatedClientTest {

    private final TestDatabase database;
    private final Exploring exploring;
    private final Shop shop;

    UngatedClientTest(Exploring exploring, TestDatabase database) {
        this.exploring = exploring;
        this.database = database;
        this.shop = new Shop(exploring.client(database.uri()), database.name());
    }

    @Test
    void aWritePastTheGateIsNoticed() {
        assumeThat(counts()).as("the server says what it does").isTrue();
        exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> {
                    database.collection("movements").insertOne(new Document("taken", 80));
                    return shop.buyAtOnce(80);
                })
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("what was sold has left the stock", told -> shop.left() == 100 - told.sum());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageStartingWith("Nothing can be claimed")
                .withMessageContaining("The database did more in " + database.name() + ".movements than");
    }

    @Test
    void whatComesThroughItIsNot() throws InterruptedException {
        var exploration = exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("what was sold has left the stock", told -> shop.left() == 100 - told.sum())
                .explore();

        assertThat(exploration.coverage().complete()).isTrue();
    }

    private boolean counts() {
        try {
            database.client().getDatabase("admin").runCommand(new Document("top", 1));
            return true;
        } catch (MongoException doesNotSay) {
            return false;
        }
    }
}
