/** Finished stock: lots, who gets how much of them, and the ledger that says why a lot holds what it holds. */
@NullMarked
package dev.photofinish.misty.stock;

import org.jspecify.annotations.NullMarked;
