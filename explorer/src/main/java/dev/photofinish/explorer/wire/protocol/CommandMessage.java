package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What an OP_MSG says: a command or its reply.
 *
 * @param document the body; the documents of a write that come in sections of their own are in it as an array
 */
public record CommandMessage(Header header, int flags, BsonDocument document) {

    static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 1 << 1;
    private static final int EXHAUST_ALLOWED = 1 << 16;

    static final int FLAGS = Header.LENGTH;
    static final int SECTIONS = FLAGS + Integer.BYTES;
    static final byte BODY = 0;
    private static final byte SEQUENCE = 1;

    /**
     * Reads a whole message, whose reader's index does not move.
     *
     * @throws MalformedMessage if its sections cannot be read
     */
    public static CommandMessage read(ByteBuf message) throws MalformedMessage {
        int start = message.readerIndex();
        if (message.readableBytes() < SECTIONS) {
            throw new MalformedMessage("An OP_MSG ends before its first section.");
        }
        int flags = message.getIntLE(start + FLAGS);
        int end = end(message, flags);
        BsonDocument document = new BsonDocument();
        for (int index = start + SECTIONS; index < end; ) {
            byte kind = message.getByte(index);
            index++;
            int length = Bson.lengthAt(message, index, end);
            if (kind == BODY) {
                // first, wherever it was: a command's name is its first field
                BsonDocument sequences = document;
                document = Bson.read(message, index, length);
                document.putAll(sequences);
            } else if (kind == SEQUENCE) {
                readSequence(message, index, index + length, document);
            } else {
                throw new MalformedMessage("An OP_MSG has a section of kind " + kind + "; there are 0 and 1.");
            }
            index += length;
        }
        return new CommandMessage(Header.of(message), flags, document);
    }

    /** A message of one section. */
    public static ByteBuf write(ByteBufAllocator allocator, int requestId, int responseTo, BsonDocument document) {
        byte[] body = Bson.bytes(document);
        int length = SECTIONS + 1 + body.length;
        return allocator
                .buffer(length)
                .writeIntLE(length)
                .writeIntLE(requestId)
                .writeIntLE(responseTo)
                .writeIntLE(Opcode.MSG)
                .writeIntLE(0)
                .writeByte(BODY)
                .writeBytes(body);
    }

    private static void readSequence(ByteBuf message, int start, int end, BsonDocument into) throws MalformedMessage {
        int name = start + Integer.BYTES;
        int nameEnd = message.indexOf(name, end, (byte) 0);
        if (nameEnd < 0) {
            throw new MalformedMessage("A document sequence has no name.");
        }
        BsonArray documents = new BsonArray();
        for (int index = nameEnd + 1; index < end; ) {
            int length = Bson.lengthAt(message, index, end);
            documents.add(Bson.read(message, index, length));
            index += length;
        }
        into.put(message.toString(name, nameEnd - name, StandardCharsets.UTF_8), documents);
    }

    /** Where the sections end. */
    static int end(ByteBuf message, int flags) {
        return message.writerIndex() - ((flags & CHECKSUM_PRESENT) == 0 ? 0 : Checksum.LENGTH);
    }

    /** Of a request: no reply is wanted. Of a reply: another one follows, unasked. */
    public boolean moreToCome() {
        return (flags & MORE_TO_COME) != 0;
    }

    /** Of a request: the server may go on to answer it as often as it likes. */
    public boolean exhausts() {
        return (flags & EXHAUST_ALLOWED) != 0;
    }

    /** Of a command: what it does, as it is spelt. */
    public String name() {
        return document.isEmpty() ? "" : document.getFirstKey();
    }

    /** Of a command: the database it is sent to. */
    public String database() {
        return document.getString("$db", new BsonString("")).getValue();
    }
}
