package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.photofinish.explorer.attribution.Ignore;
import dev.photofinish.explorer.data.FreshData;
import dev.photofinish.explorer.data.Written;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Data that become complete only when a command is to be let through. */
@EveryEngine
@OnEngine(value = Engine.STANDALONE, because = "the database plays no part in it")
class DataInTimeTest {

    private final TestDatabase database;

    @AutoClose
    private final GatedShop gated;

    private final WireGate gate;
    private final Shop shop;

    DataInTimeTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
        this.gate = gated.gate();
        this.shop = gated.shop();
    }

    @Test
    void noCommandOfAContenderIsLetThroughBeforeTheyAreComplete() throws Exception {
        var contest = contest(shop.writesIfEnough("A"), Set.of(), documentWith("stock", 100));

        try (var execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));
        }

        assertThat(shop.answers()).containsEntry("A", "granted");
    }

    @Test
    void norIsOneThatTheContestIgnores() throws Exception {
        Callable<?> looksIntoItsSession = shop.told("A", () -> {
            Document session = shop.collection("sessions").find().first();
            assertThat(session).containsEntry("quantity", 7);
            shop.collection("stock").countDocuments();
        });
        var sessions = Set.of(new Ignore("sessions", Optional.empty(), Set.of()));
        var contest = contest(looksIntoItsSession, sessions, documentWith("sessions", 7));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThat(execution.situation().next("A")).isPresent();
        }
    }

    @Test
    void thatTheyCannotBeMadeIsSaid() {
        var contest = contest(shop.readsThenWrites("A"), Set.of(), new FreshData() {
            @Override
            public void make(Written written) {}

            @Override
            public void complete() throws CannotBegin {
                throw new CannotBegin("There is no stock today.");
            }
        });

        assertThatThrownBy(() -> contest.begin(List.of("A", "B")))
                .isInstanceOf(CannotBegin.class)
                .hasMessage("There is no stock today.");
    }

    private FreshData documentWith(String collection, int quantity) {
        return new FreshData() {
            @Override
            public void make(Written written) {}

            @Override
            public void complete() {
                gate.database()
                        .getDatabase(database.name())
                        .getCollection(collection)
                        .replaceOne(
                                Filters.eq("_id", "S-1"),
                                new Document("quantity", quantity),
                                new ReplaceOptions().upsert(true));
            }
        };
    }

    private WireContest<Map<String, String>> contest(Callable<?> ofA, Set<Ignore> ignored, FreshData freshData) {
        return new WireContest<>(gate, Shop.contest(ofA, shop.writesIfEnough("B")), freshData, shop::answers, ignored);
    }
}
