package dev.photofinish.misty.orders;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.misty.store.Numbers;
import dev.photofinish.misty.store.Store;
import java.time.Year;
import java.util.Locale;

/** Numbers for new orders: {@code ADM-2026-0001}, beginning anew each year, at least four digits. */
public interface OrderNumbers {

    String next(Year year);

    /**
     * Makes the numbers go on after those that are already taken, by orders that did not ask here for theirs: called when the
     * server starts, and when a number turns out to be taken.
     */
    void skipTaken(Year year);

    /** The racy ones if their hazard is on, the right ones otherwise. */
    static OrderNumbers with(Hazards hazards, Store store) {
        return hazards.choose(
                Hazard.ORDER_NUMBER,
                () -> new HighestPlusOneOrderNumbers(store, hazards),
                () -> new CountedOrderNumbers(store, new Numbers(store)));
    }

    static String prefix(Year year) {
        return "ADM-" + year + "-";
    }

    static String format(Year year, long number) {
        return prefix(year) + String.format(Locale.ROOT, "%04d", number);
    }
}
