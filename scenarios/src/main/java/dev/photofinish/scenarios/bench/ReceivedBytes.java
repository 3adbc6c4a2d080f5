package dev.photofinish.scenarios.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one connection of the receiver has read of its current request. For the receiver's thread. */
final class ReceivedBytes {

    private static final int LONGEST_REQUEST = 64 * 1024;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)");
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private long lastReadNanos;

    ReceivedBytes(SocketChannel channel) {
        this.channel = channel;
    }

    /** Reads what is there, then looks at the clock; false when the other side has closed. */
    boolean read() {
        try {
            boolean open = channel.read(bytes) >= 0;
            lastReadNanos = System.nanoTime();
            return open;
        } catch (IOException reset) {
            return false;
        }
    }

    /** Answers the request and begins the next, if this one is complete. */
    Optional<StampingReceiver.Arrival> completed() throws IOException {
        String request =
                StandardCharsets.ISO_8859_1.decode(bytes.duplicate().flip()).toString();
        int headEnd = request.indexOf("\r\n\r\n");
        if (headEnd < 0 || request.length() < headEnd + 4 + bodyLength(request.substring(0, headEnd))) {
            return Optional.empty();
        }
        bytes.clear();
        channel.write(ByteBuffer.wrap(ANSWER));
        return Optional.of(new StampingReceiver.Arrival(target(request), lastReadNanos));
    }

    private static int bodyLength(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static String target(String request) {
        int from = request.indexOf(' ') + 1;
        return request.substring(from, request.indexOf(' ', from));
    }
}
