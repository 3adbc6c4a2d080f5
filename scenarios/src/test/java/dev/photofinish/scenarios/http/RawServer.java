package dev.photofinish.scenarios.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A server on loopback whose every connection follows the same script, byte for byte; anything may be answered, or nothing. */
final class RawServer implements AutoCloseable {

    /** What the server does on one connection; a script that ends or fails closes it. */
    @FunctionalInterface
    interface Script {
        void play(RawPeer peer) throws Exception;
    }

    private final String scheme;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    private RawServer(String scheme, ServerSocket listening, Script script) {
        this.scheme = scheme;
        this.listening = listening;
        threads.execute(() -> accept(script));
    }

    static RawServer plain(Script script) throws IOException {
        return new RawServer("http", new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    static RawServer tls(SSLContext context, Script script) throws IOException {
        return new RawServer(
                "https",
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                script);
    }

    URI address() {
        return URI.create("%s://127.0.0.1:%d".formatted(scheme, listening.getLocalPort()));
    }

    URI address(String otherScheme) {
        return URI.create("%s://127.0.0.1:%d".formatted(otherScheme, listening.getLocalPort()));
    }

    /** How many connections have been accepted. */
    int connections() {
        return connections.get();
    }

    private void accept(Script script) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                accepted.add(socket);
                threads.execute(() -> play(script, socket));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            script.play(new RawPeer(socket));
        } catch (Exception over) {
            // the client went away, as it may: what the test asserts is the client's view
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : accepted) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
