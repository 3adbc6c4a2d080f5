package dev.photofinish.misty.orders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.photofinish.misty.store.Numbers;
import dev.photofinish.misty.store.Store;
import java.time.Year;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/**
 * One atomic counter a year, which goes on after the highest number that is there when the year is first asked for, and a
 * unique index behind it. Compared as numbers: 10000 follows 9999. Safe for any thread and any number of servers.
 */
public final class CountedOrderNumbers implements OrderNumbers {

    private final MongoCollection<Document> orders;
    private final Numbers numbers;
    private final Set<Year> prepared = ConcurrentHashMap.newKeySet();

    public CountedOrderNumbers(Store store, Numbers numbers) {
        this.orders = store.collection(Orders.COLLECTION);
        this.numbers = numbers;
        store.unique(Orders.COLLECTION, Order.NUMBER);
    }

    @Override
    public String next(Year year) {
        if (!prepared.contains(year)) {
            skipTaken(year);
        }
        return OrderNumbers.format(year, numbers.next(sequence(year)));
    }

    @Override
    public void skipTaken(Year year) {
        numbers.startAfter(sequence(year), highest(year));
        prepared.add(year);
    }

    private long highest(Year year) {
        String prefix = OrderNumbers.prefix(year);
        long highest = 0;
        for (Document order : orders.find(Filters.regex(Order.NUMBER, "^" + prefix + "\\d{1,15}$"))
                .projection(Projections.include(Order.NUMBER))) {
            highest = Math.max(
                    highest, Long.parseLong(order.getString(Order.NUMBER).substring(prefix.length())));
        }
        return highest;
    }

    private static String sequence(Year year) {
        return "orders-" + year;
    }
}
