package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.bson.BsonDocument;

/** Messages as a driver would send them, written by other code than that which reads them. */
final class TestMessages {

    private TestMessages() {}

    static ByteBuf command(int requestId, String json) {
        return command(requestId, 0, json);
    }

    static ByteBuf command(int requestId, int flags, String json) {
        ByteBuf body = Unpooled.buffer().writeIntLE(flags).writeByte(0).writeBytes(bson(json));
        return message(requestId, 0, Opcode.MSG, body);
    }

    static ByteBuf withSequence(int requestId, String json, String name, List<String> documents) {
        ByteBuf sequence = Unpooled.buffer();
        documents.forEach(document -> sequence.writeBytes(bson(document)));
        byte[] identifier = (name + '\0').getBytes(StandardCharsets.UTF_8);
        ByteBuf body = Unpooled.buffer()
                .writeIntLE(0)
                .writeByte(0)
                .writeBytes(bson(json))
                .writeByte(1)
                .writeIntLE(Integer.BYTES + identifier.length + sequence.readableBytes())
                .writeBytes(identifier)
                .writeBytes(sequence);
        return message(requestId, 0, Opcode.MSG, body);
    }

    static ByteBuf withChecksum(int requestId, String json) {
        ByteBuf message = command(requestId, CommandMessage.CHECKSUM_PRESENT, json);
        message.setIntLE(0, message.readableBytes() + Integer.BYTES);
        return message.writeIntLE(checksum(message));
    }

    static int checksum(ByteBuf bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.nioBuffer());
        return (int) checksum.getValue();
    }

    static ByteBuf query(int requestId, String json) {
        ByteBuf body = Unpooled.buffer()
                .writeIntLE(0)
                .writeBytes("admin.$cmd\0".getBytes(StandardCharsets.UTF_8))
                .writeIntLE(0)
                .writeIntLE(-1)
                .writeBytes(bson(json));
        return message(requestId, 0, Opcode.QUERY, body);
    }

    static ByteBuf reply(int responseTo, String json) {
        ByteBuf body = Unpooled.buffer()
                .writeIntLE(8)
                .writeLongLE(0)
                .writeIntLE(0)
                .writeIntLE(1)
                .writeBytes(bson(json));
        return message(1, responseTo, Opcode.REPLY, body);
    }

    static ByteBuf message(int requestId, int responseTo, int opcode, ByteBuf body) {
        return Unpooled.buffer()
                .writeIntLE(Header.LENGTH + body.readableBytes())
                .writeIntLE(requestId)
                .writeIntLE(responseTo)
                .writeIntLE(opcode)
                .writeBytes(body);
    }

    private static byte[] bson(String json) {
        return Bson.bytes(BsonDocument.parse(json));
    }
}
