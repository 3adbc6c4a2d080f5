package dev.photofinish.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a server of this machine, so that a test can tell how far they are and can part them. */
final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private volatile int target;
    private final AtomicLong expected = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch sent = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Relay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Relay to(int port) throws IOException {
        return at(0, port);
    }

    /** @param door where it stands; 0 for any free port */
    static Relay at(int door, int port) throws IOException {
        Relay relay = new Relay(new ServerSocket(door, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Until the clients have sent so many bytes more. */
    void awaitBytes(long number) throws InterruptedException {
        expected.set(number);
        sent.await();
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    /** Whoever is connected is not any more, and whoever comes next gets there. */
    void turnTo(int port) throws IOException {
        target = port;
        part();
    }

    /** Nobody gets through any more. */
    void cut() throws IOException {
        door.close();
        part();
    }

    private void part() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> copy(client, server, this::count));
                Thread.ofVirtual().start(() -> copy(server, client, bytes -> {}));
            }
        } catch (IOException closed) {
            // by cut()
        }
    }

    private void count(int bytes) {
        if (expected.addAndGet(-bytes) <= 0) {
            sent.countDown();
        }
    }

    private static void copy(Socket from, Socket to, java.util.function.IntConsumer counter) {
        byte[] buffer = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                counter.accept(read);
            }
        } catch (IOException closed) {
            // either side, which closes the other
        }
    }
}
