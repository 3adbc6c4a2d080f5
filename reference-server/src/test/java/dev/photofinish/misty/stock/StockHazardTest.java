package dev.photofinish.misty.stock;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.hazards.Hazard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockHazardTest {

    private MongoServer mongo;
    private TestMisty misty;
    private Given given;

    @BeforeEach
    void start() {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind("127.0.0.1", 0);
        misty = TestMisty.on(mongo.getConnectionString());
        given = new Given(misty);
    }

    @AfterEach
    void stop() {
        misty.close();
        mongo.shutdown();
    }

    private static final int ROUNDS = 20;

    @Test
    void findThenSetGrantsTheSameUnitsTwice() {
        misty.close();
        misty = TestMisty.on(mongo.getConnectionString(), Hazard.STOCK_ALLOCATION);
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
