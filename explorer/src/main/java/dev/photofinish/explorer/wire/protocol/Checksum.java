package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;
import java.util.zip.CRC32C;

/** The CRC-32C that an OP_MSG may end with, over all that comes before it. */
final class Checksum {

    static final int LENGTH = 4;

    private Checksum() {}

    /** Of the bytes from the reader's index. */
    static int of(ByteBuf message, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(message.nioBuffer(message.readerIndex(), length));
        return (int) checksum.getValue();
    }
}
