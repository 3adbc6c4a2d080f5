package dev.photofinish.misty.production;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.photofinish.misty.orders.Order;
import dev.photofinish.misty.orders.OrderStatus;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.orders.Stage;
import dev.photofinish.misty.store.Documents;
import dev.photofinish.misty.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The open orders by stage, as the hall's screen shows them. */
final class Board {

    private static final int CAP = 1000;

    private final MongoCollection<Document> orders;

    Board(Store store) {
        this.orders = store.collection(Orders.COLLECTION);
    }

    /** Every stage but the last, in order, with its orders by due date. */
    Map<String, List<Map<String, Object>>> byStage() {
        Map<String, List<Map<String, Object>>> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            if (stage != Stage.CLEARED) {
                stages.put(stage.id(), new ArrayList<>());
            }
        }
        for (Document order : open()) {
            stages.getOrDefault(order.getString(Order.STAGE), new ArrayList<>()).add(Documents.shown(order));
        }
        return stages;
    }

    private Iterable<Document> open() {
        return orders.find(Filters.and(
                        Filters.ne(Order.STAGE, Stage.CLEARED.id()),
                        Filters.nin(Order.STATUS, OrderStatus.COMPLETED.id(), OrderStatus.CANCELLED.id())))
                .sort(Sorts.ascending("due_date"))
                .limit(CAP);
    }
}
