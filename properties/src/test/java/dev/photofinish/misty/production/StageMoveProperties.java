package dev.photofinish.misty.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import dev.photofinish.properties.arena.Arena;
import dev.photofinish.properties.arena.Falsified;
import dev.photofinish.properties.arena.Played;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four users move one order on, each from the stage at which they saw it, by any schedule of their commands. */
class StageMoveProperties {

    private static final Clock CLOCK = Clock.systemUTC();

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Property(tries = 120, seed = "41")
    void theLogIsThePathThatTheOrderWent(
            @ForAll @Size(min = 2, max = 4) List<Stage> wanted,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertLogIsAPath(Hazards.none(), wanted, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "42")
    void withItsHazardOnItIsNot(
            @ForAll @Size(min = 2, max = 4) List<Stage> wanted,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertLogIsAPath(new Hazards(Set.of(Hazard.STAGE_MOVE), Duration.ZERO), wanted, schedule);
    }

    private static void assertLogIsAPath(Hazards hazards, List<Stage> wanted, List<Integer> schedule)
            throws InterruptedException {
        Store store = ARENA.store(hazards);
        Orders orders = new Orders(store, CLOCK);
        ProductionLog log = new ProductionLog(store, CLOCK);
        StageMoves moves = moves(hazards, orders, log);
        String id = UUID.randomUUID().toString();
        store.collection(Orders.COLLECTION)
                .insertOne(new Document(Order.ID, id)
                        .append(Order.NUMBER, id)
                        .append(Order.STAGE, Stage.ORDER_ENTERED.id())
                        .append(Order.VERSION, 1L));

        Played played = ARENA.play(contenders(orders, moves, id, wanted), schedule);

        Stage reached = Stage.ORDER_ENTERED;
        List<Document> entries = log.of(id).into(new ArrayList<>());
        for (Document entry : entries) {
            assertThat(entry.getString("from_stage"))
                    .as("an entry of %s by %s", entries, played.schedule())
                    .isEqualTo(reached.id());
            reached = Stage.of(entry.getString("to_stage"));
        }
        assertThat(orders.required(id).stage()).isEqualTo(reached);
        assertThat(entries).hasSize(played.acceptances());
    }

    private static StageMoves moves(Hazards hazards, Orders orders, ProductionLog log) {
        Archive archive = new Archive(ARENA.store(hazards), hazards, CLOCK);
        Ledger ledger = new Ledger(ARENA.store(hazards), CLOCK);
        return hazards.choose(
                Hazard.STAGE_MOVE,
                () -> new ReadThenSetStageMoves(ARENA.store(hazards), log, archive, ledger, hazards, CLOCK),
                () -> new GuardedStageMoves(orders, log, archive, ledger, new Outbox(ARENA.store(hazards))));
    }

    /** Each reads the order, and then moves it from where it was. */
    private static List<Callable<String>> contenders(Orders orders, StageMoves moves, String id, List<Stage> wanted) {
        List<Callable<String>> contenders = new ArrayList<>();
        for (Stage to : wanted) {
            Caller by = Arena.caller(contenders.size());
            contenders.add(() -> {
                Order seen = orders.required(id);
                moves.make(seen, new Move(seen.stage(), to, Optional.empty()), by);
                return to.id();
            });
        }
        return contenders;
    }
}
