package dev.photofinish.explorer.junit;

import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** The example of docs/explorer-junit.md. */
@Explores
@EveryEngine
class ShopTest {

    private final Shop shop;

    ShopTest(Exploring exploring, TestDatabase database) {
        shop = new Shop(exploring.client(database.uri()), database.name());
    }

    @Test
    void twoBuyersOfTheSamePaper(Exploring exploring) throws InterruptedException {
        exploring
                .freshData(() -> shop.fill(100))
                .contender("A", () -> shop.buyAtOnce(80))
                .contender("B", () -> shop.buyAtOnce(60))
                .mustHold("what was sold has left the stock", told -> shop.left() == 100 - told.sum())
                .explore();
    }
}
