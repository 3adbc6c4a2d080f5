package dev.photofinish.explorer.bench;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Asks for one document again and again over a number of connections, each from a thread of its own and one command after the
 * other. It neither encodes nor decodes while it measures, so that a way's cost is not lost in its own.
 */
final class Load implements Closeable {

    private static final String COMMAND =
            "{find: 'photofinish_bench', filter: {_id: 1}, limit: 1, singleBatch: true, $db: 'photofinish_bench'}";
    private static final int OP_MSG = 2013;
    private static final int HEADER_FLAGS_AND_KIND = 21;
    private static final int ANSWER_MILLIS = 10_000;

    private final List<Socket> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] command = command();

    Load(InetSocketAddress address, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            connections.add(socket);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.connect(address);
        }
    }

    /** @return each operation's latency in nanoseconds */
    long[] run(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<long[]>> runs = connections.stream()
                .map(connection -> threads.submit(() -> askUntil(end, connection)))
                .toList();
        LongStream all = LongStream.empty();
        for (Future<long[]> run : runs) {
            all = LongStream.concat(all, LongStream.of(result(run)));
        }
        return all.toArray();
    }

    private static long[] result(Future<long[]> run) throws IOException, InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw new IOException("A connection broke: " + e.getCause(), e.getCause());
        }
    }

    private long[] askUntil(long end, Socket connection) throws IOException {
        DataInputStream answers = new DataInputStream(connection.getInputStream());
        LongStream.Builder latencies = LongStream.builder();
        byte[] answer = new byte[1 << 16];
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            connection.getOutputStream().write(command);
            int length = Integer.reverseBytes(answers.readInt());
            answers.readFully(answer, 0, length - Integer.BYTES);
            latencies.add(System.nanoTime() - begun);
        }
        return latencies.build().toArray();
    }

    private static byte[] command() {
        BasicOutputBuffer body = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(body),
                        BsonDocument.parse(COMMAND),
                        EncoderContext.builder().build());
        int length = HEADER_FLAGS_AND_KIND + body.getPosition();
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(body.toByteArray())
                .array();
    }

    @Override
    public void close() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
