package dev.photofinish.scenarios.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server on loopback that answers every request 200 and notes when the byte that completed it was read.
 *
 * <p>One thread does it all, and stamps everything that is there before it parses or answers any of it. While it sleeps in
 * its selector, arrivals closer than the time it takes to wake are read one after the other at once; that holds for
 * whoever is measured. Any thread may ask for the arrivals or close it.
 */
public final class StampingReceiver implements AutoCloseable {

    /**
     * A complete request.
     *
     * @param target its path
     * @param nanos when the byte that completed it was read, as {@link System#nanoTime()} of this JVM
     */
    public record Arrival(String target, long nanos) {}

    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);

    private final Selector selector;
    private final ServerSocketChannel listening;
    private final Thread thread;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;

    private StampingReceiver(Selector selector, ServerSocketChannel listening) {
        this.selector = selector;
        this.listening = listening;
        this.thread = Thread.ofPlatform().name("photofinish-receiver").daemon().unstarted(this::serve);
    }

    /** Listens on a free port of the loopback address. */
    public static StampingReceiver start() throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listening.configureBlocking(false);
        Selector selector = Selector.open();
        listening.register(selector, SelectionKey.OP_ACCEPT);
        StampingReceiver receiver = new StampingReceiver(selector, listening);
        receiver.thread.start();
        return receiver;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.socket().getLocalPort());
    }

    /** What has arrived so far, in the order of its completion. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    private void serve() {
        List<ReceivedBytes> read = new ArrayList<>();
        try {
            while (!closing) {
                selector.select();
                do {
                    readAndStamp(read);
                } while (selector.selectNow() > 0);
                for (ReceivedBytes bytes : read) {
                    bytes.completed().ifPresent(arrivals::add);
                }
                read.clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("The receiver's sockets failed.", broken);
        }
    }

    private void readAndStamp(List<ReceivedBytes> read) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof ReceivedBytes bytes) {
                if (bytes.read()) {
                    read.add(bytes);
                } else {
                    key.cancel();
                }
            } else {
                accept();
            }
        }
        selector.selectedKeys().clear();
    }

    private void accept() throws IOException {
        SocketChannel channel = listening.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new ReceivedBytes(channel));
        }
    }

    /** Stops listening, drops all connections and waits for the thread to end. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join(LONGEST_CLOSING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
