package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;
import org.bson.BsonDocument;

/**
 * The document that a message is about, and where it is: the body of an OP_MSG, the query of an OP_QUERY, the first document of
 * an OP_REPLY. What surrounds it goes on as it came when the document is replaced.
 */
public record MainDocument(BsonDocument document, int offset, int length) {

    private static final int QUERY_COLLECTION = Header.LENGTH + Integer.BYTES;
    private static final int QUERY_SKIP_AND_LIMIT = 2 * Integer.BYTES;
    private static final int REPLY_DOCUMENTS = Header.LENGTH + Integer.BYTES + Long.BYTES + 2 * Integer.BYTES;

    /**
     * Finds it in a whole message, whose reader's index does not move.
     *
     * @throws MalformedMessage if there is none
     */
    public static MainDocument of(ByteBuf message) throws MalformedMessage {
        int start = message.readerIndex();
        int index = start
                + switch (Header.opcode(message)) {
                    case Opcode.MSG -> offsetOfBody(message);
                    case Opcode.QUERY -> offsetOfQuery(message);
                    case Opcode.REPLY -> REPLY_DOCUMENTS;
                    default ->
                        throw new MalformedMessage("A message of kind " + Header.opcode(message)
                                + " came where only OP_MSG, OP_QUERY and OP_REPLY can.");
                };
        int length = Bson.lengthAt(message, index, message.writerIndex());
        return new MainDocument(Bson.read(message, index, length), index - start, length);
    }

    private static int offsetOfBody(ByteBuf message) throws MalformedMessage {
        int start = message.readerIndex();
        int index = start + CommandMessage.SECTIONS;
        while (index < message.writerIndex() && message.getByte(index) != CommandMessage.BODY) {
            index += 1 + Bson.lengthAt(message, index + 1, message.writerIndex());
        }
        return index + 1 - start;
    }

    private static int offsetOfQuery(ByteBuf message) throws MalformedMessage {
        int start = message.readerIndex();
        int nameEnd = message.indexOf(start + QUERY_COLLECTION, message.writerIndex(), (byte) 0);
        if (nameEnd < 0) {
            throw new MalformedMessage("An OP_QUERY names no collection.");
        }
        return nameEnd + 1 + QUERY_SKIP_AND_LIMIT - start;
    }

    /** The same message with another document in its place; its length and its checksum are mended. */
    public ByteBuf replaced(ByteBuf message, BsonDocument replacement) {
        byte[] bytes = Bson.bytes(replacement);
        int start = message.readerIndex();
        int after = offset + length;
        ByteBuf result = message.alloc().buffer(message.readableBytes() - length + bytes.length);
        result.writeBytes(message, start, offset);
        result.writeBytes(bytes);
        result.writeBytes(message, start + after, message.readableBytes() - after);
        result.setIntLE(0, result.readableBytes());
        if (Header.opcode(result) == Opcode.MSG
                && (result.getIntLE(CommandMessage.FLAGS) & CommandMessage.CHECKSUM_PRESENT) != 0) {
            int checked = result.readableBytes() - Checksum.LENGTH;
            result.setIntLE(checked, Checksum.of(result, checked));
        }
        return result;
    }
}
