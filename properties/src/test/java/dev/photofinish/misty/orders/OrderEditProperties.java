package dev.photofinish.misty.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.properties.arena.Arena;
import dev.photofinish.properties.arena.Falsified;
import dev.photofinish.properties.arena.Played;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;

/** Two to four users who saw the same order each change one of its fields, by any schedule of their commands. */
class OrderEditProperties {

    private static final List<String> FIELDS =
            List.of("notes", "delivery_address", "client_contact", "runtime_estimate");

    private static final Arena ARENA = Arena.open();

    @AfterContainer
    static void close() {
        ARENA.close();
    }

    @Property(tries = 150, seed = "31")
    void noAcknowledgedEditIsLost(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(max = 3) Integer> fields,
            @ForAll @Size(max = 16) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertNoneLost(Hazards.none(), fields, schedule);
    }

    @Falsified(switches = 1)
    @Property(tries = 300, seed = "32")
    void withItsHazardOnOneIs(
            @ForAll @Size(min = 2, max = 4) @UniqueElements List<@IntRange(max = 3) Integer> fields,
            @ForAll @Size(max = 16) List<@IntRange(max = 3) Integer> schedule)
            throws InterruptedException {
        assertNoneLost(Arena.only(Hazard.ORDER_EDIT), fields, schedule);
    }

    /** With the hazard on, each changes another field: of two who change the same one, the later wins without a word. */
    private static void assertNoneLost(Hazards hazards, List<Integer> fields, List<Integer> schedule)
            throws InterruptedException {
        Orders orders = new Orders(ARENA.store(hazards), Clock.systemUTC());
        OrderEdits edits = OrderEdits.with(hazards, orders);
        String id = UUID.randomUUID().toString();
        orders.insert(
                new Order(new Document(Order.ID, id).append(Order.NUMBER, id).append(Order.VERSION, 1L)));

        Played played = ARENA.play(fields, (field, by) -> edit(edits, id, field, by), schedule);

        Map<String, List<String>> acknowledged = new HashMap<>();
        for (int contender = 0; contender < fields.size(); contender++) {
            if (played.accepted(contender).isPresent()) {
                acknowledged
                        .computeIfAbsent(FIELDS.get(fields.get(contender)), field -> new ArrayList<>())
                        .add(value(Arena.caller(contender)));
            }
        }
        Document stored = orders.required(id).document();
        acknowledged.forEach((field, values) -> assertThat(values)
                .as("%s of edits that were acknowledged, by %s", field, played.schedule())
                .contains(stored.getString(field)));
        if (hazards.on().isEmpty()) {
            assertThat(acknowledged.values())
                    .as("whoever saw the same version of the same field: only one may change it")
                    .allMatch(values -> values.size() == 1);
        }
    }

    private static Order edit(OrderEdits edits, String id, int field, Caller by) {
        Document change = new Document(FIELDS.get(field), value(by));
        return edits.apply(id, new OrderEdit(change, Optional.of(1L)));
    }

    private static String value(Caller by) {
        return "by " + by.username();
    }
}
