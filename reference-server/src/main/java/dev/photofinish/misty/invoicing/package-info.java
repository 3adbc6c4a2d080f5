/** Invoices for orders, whole or in parts, until the accounts are settled and the order is cleared. */
@NullMarked
package dev.photofinish.misty.invoicing;

import org.jspecify.annotations.NullMarked;
