package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no driver does every day, byte by byte. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "checksums, compression and streaming")
class RawConnectionTest {

    private static final JsonWriterSettings WITH_TYPES =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final int CHECKSUM = 1;
    private static final int EXHAUST_ALLOWED = 1 << 16;
    private static final int MORE_TO_COME = 2;

    private final TestDatabase database;
    private WireGate gate;
    private Socket socket;

    RawConnectionTest(TestDatabase database) {
        this.database = database;
    }

    /** What came back. */
    private record Answer(int requestId, int responseTo, int flags, BsonDocument document) {}

    @BeforeEach
    void connect() throws Exception {
        gate = TestGates.open(database.uri());
        int port = Integer.parseInt(gate.connectionString().replaceAll(".*:(\\d+)/.*", "$1"));
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
    }

    @AfterEach
    void disconnect() throws Exception {
        socket.close();
        gate.close();
    }

    @Test
    void theServerAgreesWithTheChecksumOfARewrittenHello() throws Exception {
        send(1, CHECKSUM, "{hello: 1, compression: ['zlib'], $db: 'admin'}");

        Answer answer = receive();

        assertThat(answer.document().getNumber("ok").intValue()).isEqualTo(1);
        assertThat(answer.document()).doesNotContainKey("compression");
    }

    @Test
    void aWrongChecksumIsTheServersToComplainAbout() throws Exception {
        byte[] message = message(1, CHECKSUM, "{find: 'stock', $db: 'shop'}");
        message[message.length - 1]++;
        socket.getOutputStream().write(message);

        assertThat(socket.getInputStream().read())
                .as("the server ends the connection")
                .isEqualTo(-1);
    }

    @Test
    void eachReplyOfAStreamAnswersTheOneBefore() throws Exception {
        send(1, 0, "{hello: 1, $db: 'admin'}");
        BsonDocument version = receive().document().getDocument("topologyVersion");

        send(
                2,
                EXHAUST_ALLOWED,
                "{hello: 1, $db: 'admin', maxAwaitTimeMS: 50, topologyVersion: " + version.toJson(WITH_TYPES) + "}");
        Answer first = receive();
        Answer second = receive();

        assertThat(first.flags() & MORE_TO_COME).isEqualTo(MORE_TO_COME);
        assertThat(first.responseTo()).isEqualTo(2);
        assertThat(second.responseTo()).isEqualTo(first.requestId());
        if (database.engine() == Engine.REPLICA_SET) {
            assertThat(second.document().getString("me").getValue())
                    .isEqualTo(gate.connectionString().replaceAll("mongodb://(.*)/.*", "$1"));
        }
    }

    @Test
    void aMessageInSingleBytesIsOneMessage() throws Exception {
        for (byte one : message(1, 0, "{hello: 1, $db: 'admin'}")) {
            socket.getOutputStream().write(one);
            socket.getOutputStream().flush();
        }

        assertThat(receive().responseTo()).isEqualTo(1);
    }

    @Test
    void severalMessagesInOneSegmentAreSeveral() throws Exception {
        byte[] hello = message(1, 0, "{hello: 1, $db: 'admin'}");
        byte[] ping = message(2, 0, "{ping: 1, $db: 'admin'}");
        socket.getOutputStream()
                .write(ByteBuffer.allocate(hello.length + ping.length)
                        .put(hello)
                        .put(ping)
                        .array());

        assertThat(receive().responseTo()).isEqualTo(1);
        assertThat(receive().responseTo()).isEqualTo(2);
    }

    @Test
    void whoOnlyListensAnyMoreStillGetsTheAnswer() throws Exception {
        send(1, 0, "{ping: 1, $db: 'admin'}");
        Answer answer = receive();

        socket.shutdownOutput();

        assertThat(answer.responseTo()).isEqualTo(1);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void whatIsNoMongoDbIsHungUpOn() throws Exception {
        socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    private void send(int requestId, int flags, String json) throws IOException {
        socket.getOutputStream().write(message(requestId, flags, json));
    }

    private static byte[] message(int requestId, int flags, String json) {
        BasicOutputBuffer body = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(body),
                        BsonDocument.parse(json),
                        EncoderContext.builder().build());
        int checksum = (flags & CHECKSUM) == 0 ? 0 : Integer.BYTES;
        int length = 21 + body.getPosition() + checksum;
        ByteBuffer message = ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(requestId)
                .putInt(0)
                .putInt(2013)
                .putInt(flags)
                .put((byte) 0)
                .put(body.toByteArray());
        if (checksum > 0) {
            CRC32C crc = new CRC32C();
            crc.update(message.array(), 0, message.position());
            message.putInt((int) crc.getValue());
        }
        return message.array();
    }

    private Answer receive() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(21)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] body = in.readNBytes(header.getInt(0) - 21);
        BsonDocument document = new BsonDocumentCodec()
                .decode(
                        new BsonBinaryReader(ByteBuffer.wrap(body)),
                        DecoderContext.builder().build());
        return new Answer(header.getInt(4), header.getInt(8), header.getInt(16), document);
    }
}
