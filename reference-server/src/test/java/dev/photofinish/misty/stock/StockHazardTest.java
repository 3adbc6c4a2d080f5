package dev.photofinish.misty.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.hazards.Hazard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class StockHazardTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    StockHazardTest(TestDatabase database) {
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

    private static final int ROUNDS = 20;

    @Test
    void findThenSetGrantsTheSameUnitsTwice() {
        misty.close();
        misty = TestMisty.on(database.uri(), Hazard.STOCK_ALLOCATION);
        given = new Given(misty);
        var sales = misty.as("sales-a");

        boolean seen = false;
        for (int round = 0; round < ROUNDS && !seen; round++) {
            String product = Given.unique("tape");
            String lot = given.lot(product, "100");
            List<Reply> replies = Contenders.together(
                    2, () -> sales.post("/api/stock/allocate", Given.allocationBody(product, "80", "R")));
            seen = replies.stream().allMatch(reply -> reply.status() == 200)
                    && LedgerBalance.onHand(misty, lot).intValueExact() == 20;
        }

        assertThat(seen).as("160 granted of 100 within " + ROUNDS + " rounds").isTrue();
    }
}
