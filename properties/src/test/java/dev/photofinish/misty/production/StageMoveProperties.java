package dev.photofinish.misty.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderEdit;
import dev.photofinish.misty.orders.OrderEdits;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Outbox;
import dev.photofinish.misty.store.Store;
import dev.photofinish.properties.arena.Arena;
import dev.photofinish.properties.arena.Falsified;
import dev.photofinish.properties.arena.Played;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four users move one order on, or change a text of it, each as they saw it, by any schedule of their commands. */
class StageMoveProperties {

    private static final Clock CLOCK = Clock.systemUTC();

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Provide
    Arbitrary<List<OrderCall>> contests() {
        Arbitrary<OrderCall> edits = Arbitraries.of("notes", "client_contact").map(OrderCall.Edit::new);
        return Arena.contests(Arbitraries.frequencyOf(Tuple.of(3, moves()), Tuple.of(1, edits)));
    }

    @Provide
    Arbitrary<List<OrderCall>> onlyMoves() {
        return Arena.contests(moves());
    }

    private static Arbitrary<OrderCall> moves() {
        return Arbitraries.of(Stage.class).map(OrderCall.MoveTo::new);
    }

    @Property(tries = 120, seed = "41")
    void theLogIsThePathThatTheOrderWentAndNoEditIsLost(
            @ForAll("contests") List<OrderCall> calls,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertLogIsAPath(Hazards.none(), calls, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "42")
    void withItsHazardOnItIsNot(
            @ForAll("onlyMoves") List<OrderCall> calls,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertLogIsAPath(Arena.only(Hazard.STAGE_MOVE), calls, schedule);
    }

    private static void assertLogIsAPath(Hazards hazards, List<OrderCall> calls, List<Integer> schedule)
            throws InterruptedException {
        House house = new House(hazards);

        Played played = ARENA.play(calls, house::carryOut, schedule);

        Stage reached = Stage.ORDER_ENTERED;
        List<Document> entries = house.log.of(house.id).into(new ArrayList<>());
        for (Document entry : entries) {
            assertThat(entry.getString("from_stage"))
                    .as("an entry of %s by %s", entries, played.schedule())
                    .isEqualTo(reached.id());
            reached = Stage.of(entry.getString("to_stage"));
        }
        Document order = house.orders.required(house.id).document();
        assertThat(order.getString(Order.STAGE)).isEqualTo(reached.id());
        assertThat(entries)
                .hasSize((int) accepted(calls, played, OrderCall.MoveTo.class).count());
        accepted(calls, played, OrderCall.Edit.class)
                .forEach(edit -> assertThat(order.getString(edit.field())).isEqualTo("changed"));
    }

    private static <C extends OrderCall> Stream<C> accepted(List<OrderCall> calls, Played played, Class<C> kind) {
        return IntStream.range(0, calls.size())
                .filter(call -> played.accepted(call).isPresent())
                .mapToObj(calls::get)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** An order that has just been entered, and what can be done to it. */
    private static final class House {

        private final String id = UUID.randomUUID().toString();
        private final Orders orders;
        private final OrderEdits edits;
        private final ProductionLog log;
        private final StageMoves moves;

        House(Hazards hazards) {
            Store store = ARENA.store(hazards);
            orders = new Orders(store, CLOCK);
            edits = OrderEdits.with(hazards, orders);
            log = new ProductionLog(store, CLOCK);
            Archive archive = new Archive(store, hazards, CLOCK);
            Ledger ledger = new Ledger(store, CLOCK);
            moves = hazards.choose(
                    Hazard.STAGE_MOVE,
                    () -> new ReadThenSetStageMoves(store, log, archive, ledger, hazards, CLOCK),
                    () -> new GuardedStageMoves(orders, log, archive, ledger, new Outbox(store)));
            store.collection(Orders.COLLECTION)
                    .insertOne(new Document(Order.ID, id)
                            .append(Order.NUMBER, id)
                            .append(Order.STAGE, Stage.ORDER_ENTERED.id())
                            .append(Order.VERSION, 1L));
        }

        /** Each reads the order first, as its user did. */
        String carryOut(OrderCall call, Caller by) {
            Order seen = orders.required(id);
            switch (call) {
                case OrderCall.MoveTo move ->
                    moves.make(seen, new Move(seen.stage(), move.stage(), Optional.empty()), by);
                case OrderCall.Edit edit ->
                    edits.apply(id, new OrderEdit(new Document(edit.field(), "changed"), Optional.of(seen.version())));
            }
            return "done";
        }
    }
}
