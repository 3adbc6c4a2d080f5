package dev.photofinish.explorer.junit;

import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoCollection;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What a failing test says where more is broken than a rule. */
@Explores
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "it is about what a test says")
class BrokenRuleTest {

    private final TestDatabase database;
    private final Exploring exploring;
    private final Shop shop;

    BrokenRuleTest(Exploring exploring, TestDatabase database) {
        this.exploring = exploring;
        this.database = database;
        this.shop = new Shop(exploring.client(database.uri()), database.name());
    }

    private Exploring buyers() {
        return exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> shop.buy(80))
                .contender("B", () -> shop.buy(60));
    }

    /** A null pointer, say, where the state is broken. */
    private int soldOrNothing() {
        return shop.left() == 20 || shop.left() == 40 ? Integer.parseInt("broken") : 100 - shop.left();
    }

    @Test
    void aRuleThatThrowsIsBrokenInASchedule() {
        buyers().mustHold("it can be counted", () -> soldOrNothing() >= 0);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageStartingWith(
                        "it can be counted: it threw java.lang.NumberFormatException: For input string: \"broken\"")
                .withMessageContaining("To run only this schedule: ")
                .withCauseInstanceOf(NumberFormatException.class);
    }

    @Test
    void whatCannotBeShownIsBrokenToo() {
        buyers().mustHold("nothing is sold twice", () -> shop.left() >= 0).showing("sold", this::soldOrNothing);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageStartingWith("\"sold\" can be shown: it threw java.lang.NumberFormatException")
                .withMessageContaining("sold: it threw java.lang.NumberFormatException")
                .withMessageContaining("To run only this schedule: ")
                .withCauseInstanceOf(NumberFormatException.class);
    }

    @Test
    void indexesThatTheCallsMakeThemselvesAreToBeMadeBefore() {
        MongoCollection<Document> notes =
                exploring.client(database.uri()).getDatabase(database.name()).getCollection("notes");
        Callable<Integer> noting = () -> {
            boolean isNew = notes.listIndexes().first() == null;
            if (isNew) {
                notes.createIndex(ascending("by"));
            }
            notes.insertOne(new Document("by", "somebody"));
            return 1;
        };
        exploring
                .restoring(database.name() + ".notes")
                .contender("A", noting)
                .contender("B", noting)
                .mustHold("both are there", () -> notes.countDocuments() == 2);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageStartingWith("Nothing can be claimed, something was in the way of")
                .withMessageContaining("make collections or indexes themselves (createIndexes notes")
                .withMessageContaining("before explore()");
    }

    @Test
    void oneCallAfterTheOtherBeginsWhenTheOneBeforeHasEnded() {
        var next = new AtomicInteger();
        Callable<Integer> numbered = () -> {
            int number = next.get();
            var unused = shop.left();
            next.set(number + 1);
            return number;
        };
        exploring
                .freshData(() -> {
                    shop.fill(100);
                    next.set(1);
                })
                .contender("A", numbered)
                .contender("B", numbered)
                .mustHold("each has a number of its own", told -> told.count(1) == 1);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageContaining("but B began before A was over: what it does before its first command")
                .withMessageContaining("Begun after A's answer, it keeps the rule.");
    }

    @Test
    void whatOnlyBreaksSoIsBroken() {
        var next = new AtomicInteger();
        Callable<Integer> numbered = () -> {
            int number = next.get();
            shop.left();
            next.set(number + 1);
            return number;
        };
        exploring
                .freshData(() -> {
                    shop.fill(100);
                    next.set(1);
                })
                .contender("A", numbered)
                .contender("B", numbered)
                .mustHold("all numbers are the same", told -> told.count(1) == 2);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageContaining("Broken with one call after the other (A, then B), and in none of")
                .withMessageContaining("A was told 1, B was told 2");
    }

    @Test
    void secretsInWhatWasToldAndShownAreMasked() {
        record Session(String user, String token) {}
        exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> new Session("ann " + shop.buy(80), "8f3a91c0"))
                .contender("B", () -> shop.buy(60))
                .mustHold("nothing is sold twice", () -> shop.left() == 100)
                .showing("session", () -> new Session("ann", "8f3a91c0"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(exploring::explore)
                .withMessageContaining("A was told Session[user=ann 80, token=***]")
                .withMessageContaining("session: Session[user=ann, token=***]")
                .withMessageNotContaining("8f3a91c0");
    }

    @Test
    void digitsAreAsciiInEveryCountry() {
        Locale before = Locale.getDefault();
        buyers().mustHold("what was sold has left the stock", told -> shop.left() == 100 - told.sum());

        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(exploring::explore)
                    .withMessageContaining("Broken in 2 of 4 schedules that were run, first in number 3.")
                    .withMessageMatching("(?s)[^\\u0660-\\u0669\\u06f0-\\u06f9]*");
        } finally {
            Locale.setDefault(before);
        }
    }
}
