package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;

/**
 * What every message begins with: four little-endian numbers.
 *
 * @param length of the whole message in bytes, itself included
 * @param responseTo the request that this replies to; in a stream of replies, the reply before
 */
public record Header(int length, int requestId, int responseTo, int opcode) {

    /** Bytes. */
    public static final int LENGTH = 16;

    /** The most that a server accepts, in bytes: {@code maxMessageSizeBytes} of every version so far. */
    public static final int LONGEST_MESSAGE = 48_000_000;

    private static final int REQUEST_ID = 4;
    private static final int RESPONSE_TO = 8;
    private static final int OPCODE = 12;

    /** Reads the header of the message that begins at the reader's index, which does not move. */
    public static Header of(ByteBuf message) {
        int start = message.readerIndex();
        return new Header(
                message.getIntLE(start),
                message.getIntLE(start + REQUEST_ID),
                message.getIntLE(start + RESPONSE_TO),
                message.getIntLE(start + OPCODE));
    }

    /** The one number that most messages are asked for, without the others. */
    public static int responseTo(ByteBuf message) {
        return message.getIntLE(message.readerIndex() + RESPONSE_TO);
    }

    /** Likewise. */
    public static int opcode(ByteBuf message) {
        return message.getIntLE(message.readerIndex() + OPCODE);
    }

    /** @throws MalformedMessage unless a message can be of that length */
    static int checkedLength(ByteBuf message) throws MalformedMessage {
        int length = message.getIntLE(message.readerIndex());
        if (length < LENGTH || length > LONGEST_MESSAGE) {
            throw new MalformedMessage(
                    "A message claims to be %s bytes long; one of MongoDB's has between %s and %s. Whatever this is, it is not MongoDB's wire protocol."
                            .formatted(length, LENGTH, LONGEST_MESSAGE));
        }
        return length;
    }
}
