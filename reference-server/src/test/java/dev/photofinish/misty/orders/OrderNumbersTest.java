package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class OrderNumbersTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    OrderNumbersTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
        given = new Given(misty);
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void manyAtOnceGetNumbersWithoutDuplicatesOrHoles() {
        String client = given.client();
        var admin = misty.as("admin");

        List<Reply> replies = Contenders.together(16, () -> admin.post("/api/orders", Given.orderBody(client)));

        assertThat(replies)
                .extracting(reply -> reply.text("/data/order_number"))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 16)
                        .mapToObj(OrderNumbersTest::number)
                        .toList());
    }

    @Test
    void countingGoesOnAfterTheHighestNumberAsANumber() {
        insertOrder(number(9999));
        insertOrder(number(10000));
        insertOrder(OrderNumbers.prefix(Year.now(ZoneId.systemDefault())) + "urgent");
        insertOrder("ADM-1999-77777");

        misty.restart();
        given = new Given(misty);

        assertThat(nextNumber()).isEqualTo(number(10001));
    }

    @Test
    void aNumberThatCameFromElsewhereIsSkipped() {
        assertThat(nextNumber()).isEqualTo(number(1));
        insertOrder(number(2));
        insertOrder(number(3));

        assertThat(nextNumber()).isEqualTo(number(4));
    }

    @Test
    void highestPlusOneGivesTheSameNumberTwice() {
        misty.close();
        misty = TestMisty.on(database.uri(), Hazard.ORDER_NUMBER);
        given = new Given(misty);
        String client = given.client();
        var admin = misty.as("admin");

        long different = 2;
        for (int round = 0; round < 20 && different == 2; round++) {
            different = Contenders.together(2, () -> admin.post("/api/orders", Given.orderBody(client))).stream()
                    .map(reply -> reply.text("/data/order_number"))
                    .distinct()
                    .count();
        }

        assertThat(different).as("numbers of two orders entered at once").isEqualTo(1);
    }

    @Test
    void highestPlusOneHasTheOriginalsCeiling() {
        misty.close();
        misty = TestMisty.on(database.uri(), Hazard.ORDER_NUMBER);
        given = new Given(misty);
        insertOrder(number(9999));
        IntStream.rangeClosed(10000, 10099).mapToObj(OrderNumbersTest::number).forEach(this::insertOrder);

        assertThat(misty.as("admin")
                        .post("/api/orders", Given.orderBody(given.client()))
                        .status())
                .isEqualTo(500);
    }

    private String nextNumber() {
        return misty.as("admin")
                .post("/api/orders", Given.orderBody(given.client()))
                .text("/data/order_number");
    }

    private void insertOrder(String number) {
        misty.collection("orders")
                .insertOne(new Document("id", UUID.randomUUID().toString()).append("order_number", number));
    }

    private static String number(int running) {
        return OrderNumbers.format(Year.now(ZoneId.systemDefault()), running);
    }
}
