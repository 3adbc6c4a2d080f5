package dev.photofinish.misty.stock;

/** What somebody does to a lot. */
sealed interface StockCall {

    record Allocate(int quantity) implements StockCall {}

    /** The quantity is corrected to what was counted. */
    record Count(int quantity) implements StockCall {}
}
