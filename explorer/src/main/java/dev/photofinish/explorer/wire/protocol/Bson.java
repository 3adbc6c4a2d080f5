package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BSONException;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Documents in a message. */
final class Bson {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final int EMPTY_DOCUMENT = 5;

    private Bson() {}

    /** How long the document is that begins there. */
    static int lengthAt(ByteBuf message, int index, int end) throws MalformedMessage {
        int length = index + Integer.BYTES <= end ? message.getIntLE(index) : -1;
        if (length < EMPTY_DOCUMENT || length > end - index) {
            throw new MalformedMessage("A document claims to be %s bytes long where its message has %s left."
                    .formatted(length, end - index));
        }
        return length;
    }

    static BsonDocument read(ByteBuf message, int index, int length) throws MalformedMessage {
        ByteBuffer bytes = message.nioBuffer(index, length).order(ByteOrder.LITTLE_ENDIAN);
        try (BsonBinaryReader reader = new BsonBinaryReader(bytes)) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        } catch (BSONException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new MalformedMessage("A message holds something that is no BSON document: " + e.getMessage(), e);
        }
    }

    static byte[] bytes(BsonDocument document) {
        try (BasicOutputBuffer output = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(output)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return output.toByteArray();
        }
    }
}
