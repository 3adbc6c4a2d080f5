package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of bytes into messages, however they are cut into segments, and keeps together only those that somebody wants
 * whole: all others go on in the pieces in which they came, uncopied.
 *
 * <p>For one thread.
 */
public final class MessageSplitter {

    /** So much of a message is enough to decide whether it is wanted: the name of the longest hello fits. */
    static final int HEAD = Header.LENGTH + 4 + 1 + 4 + 1 + "isMaster".length() + 1;

    private final Receiver receiver;

    /** How much is still to come of a message that passes. */
    private int passing;

    /** The beginning of a message that is wanted, or too short still to tell. */
    private @Nullable ByteBuf begun;

    private boolean wanted;

    public MessageSplitter(Receiver receiver) {
        this.receiver = receiver;
    }

    /**
     * Takes a segment, which it releases.
     *
     * @throws MalformedMessage if this is no MongoDB; nothing can be made of the stream any more
     */
    public void accept(ByteBuf segment) throws MalformedMessage {
        try {
            split(segment);
        } finally {
            segment.release();
        }
    }

    private void split(ByteBuf segment) throws MalformedMessage {
        int passed = segment.readerIndex();
        while (segment.isReadable()) {
            if (passing > 0) {
                int part = Math.min(passing, segment.readableBytes());
                segment.skipBytes(part);
                passing -= part;
            } else if (begun == null && hasHead(segment) && !receiver.wants(segment)) {
                passing = Header.checkedLength(segment);
            } else {
                pass(segment, passed);
                collect(segment);
                passed = segment.readerIndex();
            }
        }
        pass(segment, passed);
    }

    /** The bytes between there and the reader's index. */
    private void pass(ByteBuf segment, int from) {
        int length = segment.readerIndex() - from;
        if (length > 0) {
            receiver.passes(segment.retainedSlice(from, length));
        }
    }

    private void collect(ByteBuf segment) throws MalformedMessage {
        if (begun == null) {
            wanted = hasHead(segment);
            begun = segment.alloc().buffer(wanted ? Header.checkedLength(segment) : HEAD);
        }
        ByteBuf message = begun;
        if (!wanted) {
            decide(message, segment);
            return;
        }
        transfer(segment, message, Header.checkedLength(message.isReadable() ? message : segment));
        finish(message);
    }

    /** The beginning was too short to tell. */
    private void decide(ByteBuf message, ByteBuf segment) throws MalformedMessage {
        while (!hasHead(message) && segment.isReadable()) {
            message.writeByte(segment.readByte());
        }
        if (!hasHead(message)) {
            return;
        }
        wanted = receiver.wants(message);
        if (wanted) {
            finish(message);
        } else {
            begun = null;
            passing = Header.checkedLength(message) - message.readableBytes();
            receiver.passes(message);
        }
    }

    private static void transfer(ByteBuf segment, ByteBuf message, int length) {
        message.writeBytes(segment, Math.min(length - message.readableBytes(), segment.readableBytes()));
    }

    private void finish(ByteBuf message) throws MalformedMessage {
        if (message.readableBytes() == Header.checkedLength(message)) {
            begun = null;
            receiver.complete(message);
        }
    }

    private static boolean hasHead(ByteBuf bytes) throws MalformedMessage {
        int readable = bytes.readableBytes();
        return readable >= Header.LENGTH && readable >= Math.min(HEAD, Header.checkedLength(bytes));
    }

    /** The stream has ended: whatever has begun will never be complete. */
    public void close() {
        if (begun != null) {
            begun.release();
            begun = null;
        }
    }

    /** Gets what has been split, in the stream's order; it releases what it gets. */
    public interface Receiver {

        /**
         * Whether it wants the message that begins at the reader's index as a whole. At least its header is there, and of an
         * OP_MSG the name of the command if that is a hello.
         */
        boolean wants(ByteBuf head);

        /** A message that it wanted. */
        void complete(ByteBuf message) throws MalformedMessage;

        /** Bytes of those that it did not want: any number of them, or a part of one. */
        void passes(ByteBuf bytes);
    }
}
