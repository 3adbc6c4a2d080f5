package dev.photofinish.misty.stock;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import dev.photofinish.misty.Feature;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.store.Documents;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Stock over HTTP. */
public final class StockEndpoints implements Feature {

    private final Lots lots;
    private final Ledger ledger;
    private final Allocation allocation;

    public StockEndpoints(Lots lots, Ledger ledger, Allocation allocation) {
        this.lots = lots;
        this.ledger = ledger;
        this.allocation = allocation;
    }

    @Override
    public void recover() {
        lots.recover();
        ledger.recover();
    }

    @Override
    public void addTo(Routes routes) {
        String all = "/api/stock/raw-substrates";
        String one = all + "/{id}";
        routes.post(all, Gate.ADMIN_OR_MANAGER, this::create);
        routes.get(all, Gate.WORKING, call -> found(lots.list(given(call, "client_id"))));
        routes.put(one, Gate.ADMIN_OR_MANAGER, this::change);
        routes.delete(one, Gate.ADMIN_OR_MANAGER, this::delete);
        routes.get("/api/stock/check-availability", Gate.WORKING, this::checkAvailability);
        routes.post("/api/stock/allocate", Gate.WORKING, this::allocate);
        routes.get("/api/stock/movements/{lot}", Gate.WORKING, call -> found(ledger.ofLots(List.of(call.path("lot")))));
        routes.get("/api/stock/history", Gate.WORKING, this::history);
        routes.get("/api/stock/allocations", Gate.WORKING, call -> found(ledger.activeAllocations(product(call))));
        routes.get(
                "/api/stock/allocations/archived",
                Gate.WORKING,
                call -> found(ledger.archivedAllocations(product(call))));
    }

    private Answer create(Call call) {
        return Answer.ok("Stock entry created", Map.of("id", lots.create(call.body(NewLot.class), call.caller())));
    }

    private Answer change(Call call) {
        lots.change(call.path("id"), call.body(LotChange.class), call.caller());
        return Answer.ok("Stock entry updated");
    }

    private Answer delete(Call call) {
        lots.delete(call.path("id"));
        return Answer.ok("Stock entry deleted");
    }

    private Answer checkAvailability(Call call) {
        Document lot = lots.available(call.requiredQuery("product_id"), call.requiredQuery("client_id"))
                .orElseThrow(() -> Refusal.notFound("Stock of this product for this client"));
        return Answer.ok(
                "Stock available",
                Map.of("quantity_on_hand", Lots.onHand(lot).shown(), "stock_id", lot.getString("id")));
    }

    private Answer allocate(Call call) {
        AllocationRequest request = call.body(AllocationBody.class).request();
        Allocation.Granted granted = allocation.allocate(request, call.caller());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("allocated_quantity", request.quantity().shown());
        data.put("remaining_stock", granted.remaining().shown());
        data.put("movement_id", granted.movementId());
        return Answer.ok("Stock allocated", data);
    }

    /** By lot, since only allocations and returns name the product themselves. */
    private Answer history(Call call) {
        return found(ledger.ofLots(lots.ids(product(call))));
    }

    private static Bson product(Call call) {
        return Filters.and(given(call, "product_id"), given(call, "client_id"));
    }

    private static Bson given(Call call, String parameter) {
        return call.query(parameter).map(value -> Filters.eq(parameter, value)).orElseGet(Filters::empty);
    }

    private static Answer found(FindIterable<Document> documents) {
        return Answer.ok("Found", Documents.shown(documents));
    }

    /** The body of an allocation; what is missing or not above zero is 400 here, not 422, as in the original. */
    record AllocationBody(
            Optional<String> productId,
            Optional<String> clientId,
            Optional<BigDecimal> quantity,
            Optional<String> orderReference) {

        AllocationRequest request() {
            BigDecimal wanted = required("quantity", quantity);
            if (wanted.signum() <= 0) {
                throw Refusal.badRequest("quantity must be above 0, was " + wanted);
            }
            return new AllocationRequest(
                    required("product_id", productId),
                    required("client_id", clientId),
                    Quantity.positive("quantity", wanted),
                    orderReference);
        }

        private static <T> T required(String field, Optional<T> value) {
            return value.filter(given -> !given.equals(""))
                    .orElseThrow(() -> Refusal.badRequest(field + " is required and missing"));
        }
    }
}
