package dev.photofinish.misty.orders;

import java.time.Year;

/** Numbers for new orders: {@code ADM-2026-0001}, beginning anew each year, at least four digits. */
public interface OrderNumbers {

    String next(Year year);

    /** Called when a number was already taken, by an order that did not ask here for its own. */
    void skipTaken(Year year);

    static String prefix(Year year) {
        return "ADM-" + year + "-";
    }

    static String format(Year year, long number) {
        return prefix(year) + "%04d".formatted(number);
    }
}
