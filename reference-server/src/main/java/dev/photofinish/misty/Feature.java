package dev.photofinish.misty;

import dev.photofinish.misty.http.Routes;

/** A part of the application that answers requests: orders, stock, payroll … */
public interface Feature {

    /** Adds its endpoints to the table. */
    void addTo(Routes routes);

    /** Finishes what an interrupted server left undone; called once, before the first request. */
    default void recover() {}
}
