package dev.photofinish.misty.orders;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.FieldProblem;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.stock.Ledger;
import dev.photofinish.misty.store.Documents;
import dev.photofinish.misty.store.Store;
import java.time.Clock;
import java.time.Year;
import java.util.Map;
import java.util.Optional;

/** Orders over HTTP: entering, finding, editing and deleting them; production moves them on. */
public final class OrderEndpoints implements Feature {

    private final Orders orders;
    private final OrderNumbers numbers;
    private final Clock clock;
    private final OrderEntry entry;
    private final OrderEdits edits;
    private final OrderDeletion deletion;

    public OrderEndpoints(
            Store store,
            Orders orders,
            OrderNumbers numbers,
            OrderEdits edits,
            Clients clients,
            Ledger ledger,
            Clock clock) {
        this.orders = orders;
        this.numbers = numbers;
        this.clock = clock;
        this.entry = new OrderEntry(orders, numbers, clients, clock);
        this.edits = edits;
        this.deletion = new OrderDeletion(store, orders, ledger, clock);
    }

    @Override
    public void recover() {
        orders.recover();
        numbers.skipTaken(Year.now(clock));
        deletion.recover();
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/api/orders", Gate.ADMIN_OR_MANAGER, this::enter);
        routes.get("/api/orders", Gate.WORKING, this::list);
        routes.get("/api/orders/{id}", Gate.WORKING, this::get);
        routes.put("/api/orders/{id}", Gate.WORKING, this::edit);
        routes.delete("/api/orders/{id}", Gate.ADMIN_ONLY, this::delete);
    }

    private Answer enter(Call call) {
        Order order = entry.enter(call.body(OrderBody.class), call.caller());
        return Answer.ok("Order created", Map.of("id", order.id(), "order_number", order.number()));
    }

    private Answer list(Call call) {
        Optional<OrderStatus> status = call.query("status_filter").map(OrderEndpoints::status);
        return Answer.bare(Documents.shown(status.map(orders::withStatus).orElseGet(orders::unfinished)));
    }

    private Answer get(Call call) {
        return Answer.bare(Documents.shown(orders.required(call.path("id")).document()));
    }

    private Answer edit(Call call) {
        Order edited = edits.apply(call.path("id"), OrderEdit.of(call));
        return Answer.ok("Order updated", Documents.shown(edited.document()));
    }

    private Answer delete(Call call) {
        int returned = deletion.delete(call.path("id"), call.caller());
        return Answer.ok("Order deleted", Map.of("returned_stock_items", returned));
    }

    private static OrderStatus status(String text) {
        try {
            return OrderStatus.of(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(new FieldProblem("query", "status_filter", "is " + e.getMessage()));
        }
    }
}
