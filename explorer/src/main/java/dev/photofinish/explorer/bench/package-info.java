/**
 * What the wire gate costs while it holds nothing, against HAProxy between the same client and the same server; and what the driver
 * gate costs while it holds each command.
 */
@NullMarked
package dev.photofinish.explorer.bench;

import org.jspecify.annotations.NullMarked;
