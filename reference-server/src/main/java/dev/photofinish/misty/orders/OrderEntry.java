package dev.photofinish.misty.orders;

import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.http.Refusal;
import java.time.Clock;
import java.time.Year;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Enters new orders. */
final class OrderEntry {

    /** A number is taken only where orders come from elsewhere; after skipping them the next one is free. */
    private static final int TRIES = 5;

    private final Orders orders;
    private final OrderNumbers numbers;
    private final Clients clients;
    private final Clock clock;

    OrderEntry(Orders orders, OrderNumbers numbers, Clients clients, Clock clock) {
        this.orders = orders;
        this.numbers = numbers;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * @throws InvalidField if the client, the due date or the items are missing
     * @throws Refusal 404 if there is no such active client
     */
    Order enter(OrderBody body, Caller by) {
        String clientId = required("client_id", body.clientId());
        required("due_date", body.dueDate());
        required("items", body.items());
        Document client = clients.required(clientId);
        Order order = insert(document(body, client, by));
        if (!clients.orderEntered(clientId)) {
            orders.delete(order.id());
            throw Refusal.notFound("Client");
        }
        return order;
    }

    private Order insert(Document document) {
        Year year = Year.now(clock);
        for (int tries = 0; tries < TRIES; tries++) {
            Order order = new Order(document.append(Order.NUMBER, numbers.next(year)));
            if (orders.insert(order)) {
                return order;
            }
            numbers.skipTaken(year);
        }
        throw Refusal.conflict("No free order number was found; try again");
    }

    private Document document(OrderBody body, Document client, Caller by) {
        Date now = Date.from(clock.instant());
        Document order = new Document(Order.ID, UUID.randomUUID().toString())
                .append(Order.NUMBER, "")
                .append(Order.CLIENT, client.getString("id"))
                .append("client_name", client.getString("company_name"))
                .append("discount_percentage", 0.0);
        order.putAll(body.fields());
        order.putAll(Totals.of(order).fields());
        return order.append(Order.STATUS, OrderStatus.ACTIVE.id())
                .append(Order.STAGE, Stage.ORDER_ENTERED.id())
                .append("created_by", by.userId())
                .append("created_at", now)
                .append("updated_at", now)
                .append(Order.VERSION, 1L)
                .append(Order.FIELD_VERSIONS, new Document());
    }

    private static <T> T required(String field, Optional<T> value) {
        return value.orElseThrow(() -> new InvalidField(field, "is required and missing"));
    }
}
