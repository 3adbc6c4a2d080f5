package dev.photofinish.scenarios.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakDetection.class)
@Timeout(60)
class ConnectionTest {

    private static final HttpCall GET = new HttpCall("GET", "/api/health", List.of(), "");
    private static final Timeouts IMPATIENT = new Timeouts(Duration.ofMillis(200), Duration.ofMillis(200));

    @Test
    void sendsTheCallAsItIsWithHostLengthAndKeepAliveAdded() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        HttpCall call = new HttpCall("POST", "/api/orders?x=%20", List.of(new Header("X-Role", "sales")), "{\"ü\":1}");

        try (RawServer server = RawServer.plain(peer -> {
                    seen.add(peer.readRequest());
                    peer.answer(201, "made");
                });
                Connections connections = to(server.address())) {
            HttpAnswer answer = connections.connection().send(call);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo("made");
            assertThat(answer.header("content-length")).hasValue("4");
            assertThat(seen.take())
                    .startsWith("POST /api/orders?x=%20 HTTP/1.1\r\n")
                    .contains("\r\nX-Role: sales\r\n")
                    .containsIgnoringCase("\r\nhost: " + server.address().getAuthority() + "\r\n")
                    .containsIgnoringCase("\r\nconnection: keep-alive\r\n")
                    .containsIgnoringCase("\r\ncontent-length: 8\r\n")
                    .endsWith("\r\n\r\n{\"ü\":1}");
        }
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server.address())) {
            Connection connection = connections.connection();

            connection.send(GET);
            connection.send(GET);

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void opensAgainWhatTheServerClosedAfterItsAnswer() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
                });
                Connections connections = to(server.address())) {
            Connection connection = connections.connection();

            connection.send(GET);
            HttpAnswer second = connection.send(GET);

            assertThat(second.body()).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void closesAndOpensAgain() throws Exception {
        CompletableFuture<String> untilClosed = new CompletableFuture<>();
        try (RawServer server = RawServer.plain(peer -> {
                    peer.readRequest();
                    peer.answer(200, "ok");
                    untilClosed.complete(peer.readToEnd());
                });
                Connections connections = to(server.address())) {
            Connection connection = connections.connection();
            connection.send(GET);
            connection.close();
            assertThat(untilClosed.get()).isEmpty();

            HttpAnswer second = connection.send(GET);

            assertThat(second.body()).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void neverSendsARequestTwice() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.plain(peer -> seen.add(peer.readRequest()));
                Connections connections = to(server.address())) {
            Connection connection = connections.connection();

            assertThatThrownBy(() -> connection.send(GET))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessage(
                            "%s closed the connection without an answer. The request may or may not have been carried out.",
                            server.address());
            assertThat(seen).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void readsChunkedAnswers() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
                    peer.write("2\r\nde\r\n0\r\n\r\n");
                });
                Connections connections = to(server.address())) {

            assertThat(connections.connection().send(GET).body()).isEqualTo("abcde");
        }
    }

    @Test
    void readsAnswersThatEndWithTheirConnection() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 200 OK\r\n\r\nall of it");
                });
                Connections connections = to(server.address())) {

            assertThat(connections.connection().send(GET).body()).isEqualTo("all of it");
        }
    }

    @Test
    void skipsInterimAnswers() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 100 Continue\r\n\r\n");
                    peer.write("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
                    peer.answer(204, "");
                });
                Connections connections = to(server.address())) {

            assertThat(connections.connection().send(GET).status()).isEqualTo(204);
        }
    }

    @Test
    void anAnswerToHeadHasNoBodyWhateverItsLength() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    while (true) {
                        peer.readRequest();
                        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
                    }
                });
                Connections connections = to(server.address())) {
            Connection connection = connections.connection();
            HttpCall head = new HttpCall("HEAD", "/", List.of(), "");

            assertThat(connection.send(head).body()).isEmpty();
            assertThat(connection.send(head).header("Content-Length")).hasValue("5");
        }
    }

    @Test
    void doesNotFollowRedirects() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 302 Found\r\nLocation: /thanks\r\nContent-Length: 0\r\n\r\n");
                });
                Connections connections = to(server.address())) {
            HttpAnswer answer = connections.connection().send(GET);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("location")).hasValue("/thanks");
        }
    }

    @Test
    void decodesTheBodyWithTheCharsetItNames() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    peer.readRequest();
                    peer.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-16be\r\nContent-Length: 2\r\n\r\n\0A");
                });
                Connections connections = to(server.address())) {

            assertThat(connections.connection().send(GET).body()).isEqualTo("A");
        }
    }

    @Test
    void prependsTheAddressesPath() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (RawServer server = RawServer.plain(peer -> {
                    seen.add(peer.readRequest());
                    peer.answer(200, "");
                });
                Connections connections = to(server.address().resolve("/misty/"))) {
            connections.connection().send(GET);

            assertThat(seen.take()).startsWith("GET /misty/api/health HTTP/1.1\r\n");
        }
    }

    @Test
    void saysThatAConnectionWasRefused() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }

        assertNoAnswer(
                nobody,
                Timeouts.DEFAULT,
                nobody
                        + " refused the connection: nothing listens there. Start the application, or check address and port.");
    }

    @Test
    void saysThatAHostIsUnknown() throws Exception {
        assertNoAnswer(
                URI.create("http://nowhere.invalid"),
                Timeouts.DEFAULT,
                "The host nowhere.invalid of http://nowhere.invalid is not known. Check its spelling, or give its address instead.");
    }

    @Test
    void saysThatTheConnectionWasReset() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
            peer.readRequest();
            peer.reset();
        })) {
            assertNoAnswer(
                    server.address(),
                    Timeouts.DEFAULT,
                    server.address()
                            + " reset the connection instead of answering (Connection reset). The request may or may not have been carried out.");
        }
    }

    @Test
    void saysThatAnAnswerBrokeOff() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
            peer.readRequest();
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
        })) {
            assertNoAnswer(
                    server.address(),
                    Timeouts.DEFAULT,
                    server.address() + " closed the connection in the middle of its answer.");
        }
    }

    @Test
    void saysThatAnAnswerIsLate() throws Exception {
        try (RawServer server = silent()) {
            assertNoAnswer(
                    server.address(),
                    IMPATIENT,
                    "No complete answer from " + server.address()
                            + " within 0.2 s. The request may or may not have been carried out.");
        }
    }

    @Test
    void doesNotTakeALateAnswerForTheNextOne() throws Exception {
        try (RawServer server = RawServer.plain(new RawServer.Script() {
                    private boolean answered;

                    @Override
                    public synchronized void play(RawPeer peer) throws Exception {
                        peer.readRequest();
                        if (answered) {
                            peer.answer(200, "second");
                        } else {
                            answered = true;
                            peer.read(1); // until the client has given up
                        }
                    }
                });
                Connections connections = to(server.address(), IMPATIENT)) {
            Connection connection = connections.connection();

            assertThatThrownBy(() -> connection.send(GET)).isInstanceOf(NoAnswerException.class);
            assertThat(connection.send(GET).body()).isEqualTo("second");
        }
    }

    @Test
    void saysThatItIsNotHttp() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
            peer.write("220 mail.example.org ESMTP\r\n\r\n");
            peer.readRequest();
        })) {
            assertNoAnswer(
                    server.address(),
                    Timeouts.DEFAULT,
                    "What came back from " + server.address()
                            + " is not HTTP/1.1. Check that the port is the application's, and http:// or https:// in its address.");
        }
    }

    @Test
    void saysThatAnAnswerIsTooLong() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
            peer.readRequest();
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\nx");
        })) {
            assertNoAnswer(
                    server.address(),
                    Timeouts.DEFAULT,
                    "The answer of " + server.address() + " is longer than 16,777,216 bytes, more than is read.");
        }
    }

    @Test
    void refusesACallThatWouldSmuggleAnotherHeader() throws Exception {
        HttpCall smuggling = new HttpCall("GET", "/", List.of(new Header("X", "a\r\nY: b")), "");
        try (RawServer server = silent();
                Connections connections = to(server.address())) {

            assertThatThrownBy(() -> connections.connection().send(smuggling))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void isOfNoUseOnceAllAreClosed() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"))) {
            Connections connections = to(server.address());
            Connection connection = connections.connection();
            connections.close();

            assertThatThrownBy(() -> connection.send(GET))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The connections to %s have been closed.", server.address());
        }
    }

    @Test
    void endsItsThreadWhenClosed() throws Exception {
        Thread serving;
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server.address())) {
            connections.connection().send(GET);
            serving = thread("photofinish-release");
        }

        serving.join();
        assertThat(serving.isAlive()).isFalse();
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static RawServer silent() throws IOException {
        return RawServer.plain(peer -> {
            peer.readRequest();
            peer.read(1);
        });
    }

    private static Connections to(URI address) throws NoAnswerException {
        return to(address, Timeouts.DEFAULT);
    }

    private static Connections to(URI address, Timeouts timeouts) throws NoAnswerException {
        return Connections.to(Endpoint.of(address, TlsTrust.system(), timeouts));
    }

    private static void assertNoAnswer(URI address, Timeouts timeouts, String message) throws NoAnswerException {
        try (Connections connections = to(address, timeouts)) {
            assertThatThrownBy(() -> connections.connection().send(GET))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessage(message);
        }
    }
}
