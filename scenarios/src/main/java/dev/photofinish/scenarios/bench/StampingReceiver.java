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
 * Stamps what arrives in the thread that reads it, in plain Java.
 *
 * <p>One thread does it all: it looks at the clock for everything that is there, then answers it. While it sleeps in its
 * selector, arrivals closer than the time it takes to wake are read at once; while it answers, one that comes is stamped
 * some ten microseconds late. Two ways out are worse: a receiver that never sleeps loses its core on a busy machine and then
 * sees everyone at once, and one that waits before it answers brings the contenders into step.
 *
 * <p>Any thread may ask for the arrivals or close it.
 */
final class StampingReceiver implements Receiver {

    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);

    private final Selector selector;
    private final ServerSocketChannel listening;
    private final Thread thread;
    private final Queue<Stamp> arrivals = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;

    private StampingReceiver(Selector selector, ServerSocketChannel listening) {
        this.selector = selector;
        this.listening = listening;
        this.thread = Thread.ofPlatform().name("photofinish-receiver").daemon().unstarted(this::serve);
    }

    /** Listens on a free port of the loopback address. */
    static StampingReceiver launch() throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listening.configureBlocking(false);
        Selector selector = Selector.open();
        listening.register(selector, SelectionKey.OP_ACCEPT);
        StampingReceiver receiver = new StampingReceiver(selector, listening);
        receiver.thread.start();
        return receiver;
    }

    @Override
    public String stampedBy() {
        return "the receiving thread";
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.socket().getLocalPort());
    }

    @Override
    public List<Stamp> arrivals() {
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
                    bytes.takeCompleted().ifPresent(arrivals::add);
                }
                for (ReceivedBytes bytes : read) {
                    bytes.answer();
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

    /** Stops listening, drops all connections and waits for its thread to end. */
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
