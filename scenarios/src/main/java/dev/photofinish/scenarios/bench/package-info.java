/** How close together requests arrive, ours and others', measured against a server that does nothing but look at the clock. */
@NullMarked
package dev.photofinish.scenarios.bench;

import org.jspecify.annotations.NullMarked;
