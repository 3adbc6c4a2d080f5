package dev.photofinish.misty.orders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.Store;
import java.time.Year;
import org.bson.Document;

/**
 * Hazard {@code order-number}: takes the highest number there is, as a text, adds one, looks whether it is free. Two users
 * who look before either writes get the same number, and no index stops them.
 */
public final class HighestPlusOneOrderNumbers implements OrderNumbers {

    private static final int PROBES = 100;

    private final MongoCollection<Document> orders;
    private final Hazards hazards;

    public HighestPlusOneOrderNumbers(Store store, Hazards hazards) {
        this.orders = store.collection(Orders.COLLECTION);
        this.hazards = hazards;
        store.notUnique(Orders.COLLECTION, Order.NUMBER);
    }

    @Override
    public String next(Year year) {
        long candidate = highest(year) + 1;
        for (long number = candidate; number < candidate + PROBES; number++) {
            String free = OrderNumbers.format(year, number);
            if (orders.find(Filters.eq(Order.NUMBER, free)).first() == null) {
                hazards.pause();
                return free;
            }
        }
        throw new IllegalStateException("no free order number among " + PROBES + " after " + candidate);
    }

    @Override
    public void skipTaken(Year year) {}

    /** Sorted as text, so that 9999 beats 10000: the original's ceiling. */
    private long highest(Year year) {
        String prefix = OrderNumbers.prefix(year);
        Document last = orders.find(Filters.regex(Order.NUMBER, "^" + prefix))
                .sort(Sorts.descending(Order.NUMBER))
                .first();
        return last == null ? 0 : Long.parseLong(last.getString(Order.NUMBER).substring(prefix.length()));
    }
}
