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
    private boolean unanswered;

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

    /** When the last byte of the request was read, and its path, if it is complete; then the next one begins. */
    Optional<Stamp> takeCompleted() {
        String request =
                StandardCharsets.ISO_8859_1.decode(bytes.duplicate().flip()).toString();
        int headEnd = request.indexOf("\r\n\r\n");
        if (headEnd < 0 || request.length() < headEnd + 4 + bodyLength(request.substring(0, headEnd))) {
            return Optional.empty();
        }
        bytes.clear();
        unanswered = true;
        return Optional.of(new Stamp(target(request), lastReadNanos));
    }

    /** Answers the request that was completed, if there is one. */
    void answer() throws IOException {
        if (unanswered) {
            unanswered = false;
            channel.write(ByteBuffer.wrap(ANSWER));
        }
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
