/** MongoDB as the business rules use it: durable writes, unique keys, numbers that never come twice, an outbox. */
@NullMarked
package dev.photofinish.misty.store;

import org.jspecify.annotations.NullMarked;
