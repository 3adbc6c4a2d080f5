package dev.photofinish.explorer.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.UniqueKeys;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private final Load load = new Load();

    @Test
    void whatIsSentIsExplained() {
        sends("{find: 'stock', filter: {_id: 1}}");
        sends("{update: 'stock', updates: [{q: {_id: 1}, u: {$inc: {left: 1}}}, {q: {_id: 2}, u: {$inc: {left: 1}}}]}");

        assertThat(load.unexplained(done(Map.of("shop.stock", 10L)), done(Map.of("shop.stock", 13L))))
                .isEmpty();
    }

    @Test
    void whateverElseIsDoneIsNot() {
        sends("{find: 'stock', filter: {_id: 1}}");

        assertThat(load.unexplained(
                        done(Map.of("shop.stock", 10L)),
                        done(Map.of("shop.stock", 12L, "shop.movements", 1L, "elsewhere.stock", 7L))))
                .containsExactly("shop.movements", "shop.stock");
    }

    @Test
    void aCommandThatDoesManyThingsExplainsThemAll() {
        sends("{aggregate: 'stock', pipeline: [{$match: {_id: 1}}], cursor: {}}");

        assertThat(load.unexplained(done(Map.of()), done(Map.of("shop.stock", 7L))))
                .isEmpty();
    }

    private void sends(String command) {
        BsonDocument document = BsonDocument.parse(command);
        load.add(reader.read("shop", document), document);
    }

    private static Traffic done(Map<String, Long> operations) {
        return new Traffic(operations);
    }
}
