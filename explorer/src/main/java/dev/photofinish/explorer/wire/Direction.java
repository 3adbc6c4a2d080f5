package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.wire.protocol.MalformedMessage;
import io.netty.buffer.ByteBuf;

/** What one end of a {@link Link} says, on its way to the other. */
interface Direction {

    /** Some bytes of it, which it releases. */
    void accept(ByteBuf segment) throws MalformedMessage;

    /** It says no more, but may still listen. */
    void ended();

    /** It is gone. Called once, whoever ended it. */
    void closed();
}
