/** MongoDB's wire protocol, as far as a proxy needs it: framing, OP_MSG, the legacy handshake, what a hello says. No I/O. */
@NullMarked
package dev.photofinish.explorer.wire.protocol;

import org.jspecify.annotations.NullMarked;
