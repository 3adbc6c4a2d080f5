package dev.photofinish.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ReceiverTest {

    @FunctionalInterface
    interface Launch {
        Receiver launch() throws IOException;
    }

    static List<Launch> receivers() {
        List<Launch> receivers = new ArrayList<>(List.of(StampingReceiver::launch));
        if (KernelReceiver.isPossible()) {
            receivers.add(KernelReceiver::launch);
        }
        return receivers;
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void stampsTheByteThatCompletesARequestNotItsFirst(Launch launch) throws IOException {
        try (Receiver receiver = launch.launch();
                Socket early = connect(receiver);
                Socket late = connect(receiver)) {
            write(early, "POST /early HTTP/1.1\r\nContent-Length: 2\r\n\r\na");
            write(late, "POST /late HTTP/1.1\r\ncontent-length: 1\r\n\r\nb");
            readAnswer(late);
            write(early, "b");
            readAnswer(early);

            List<Stamp> arrivals = receiver.arrivals();

            assertThat(arrivals).extracting(Stamp::target).containsExactly("/late", "/early");
            assertThat(arrivals.get(1).nanos()).isGreaterThan(arrivals.get(0).nanos());
        }
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void answersEveryRequestOfAConnection(Launch launch) throws IOException {
        try (Receiver receiver = launch.launch();
                Socket client = connect(receiver)) {
            for (int round = 1; round <= 3; round++) {
                write(client, "GET /%d HTTP/1.1\r\n\r\n".formatted(round));
                readAnswer(client);
            }

            assertThat(receiver.arrivals()).extracting(Stamp::target).containsExactly("/1", "/2", "/3");
        }
    }

    @Test
    void theKernelStampsWhereItCan() throws IOException {
        try (Receiver receiver = Receiver.start()) {
            assertThat(receiver.stampedBy())
                    .isEqualTo(KernelReceiver.isPossible() ? "the kernel" : "the receiving thread");
        }
    }

    private static Socket connect(Receiver receiver) throws IOException {
        return new Socket(receiver.address().getHost(), receiver.address().getPort());
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream stream = socket.getOutputStream();
        stream.write(text.getBytes(StandardCharsets.US_ASCII));
        stream.flush();
    }

    private static void readAnswer(Socket socket) throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        byte[] read = socket.getInputStream().readNBytes(answer.length());
        assertThat(new String(read, StandardCharsets.US_ASCII)).isEqualTo(answer);
    }
}
