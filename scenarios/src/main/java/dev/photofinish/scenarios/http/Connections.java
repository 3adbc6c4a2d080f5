package dev.photofinish.scenarios.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The connections of all contenders to one endpoint, served by one thread: it writes the requests that are released
 * together back to back, with nothing between two of them but a system call, and stamps what comes back.
 *
 * <pre>
 *   contender A ── prepare ─► Connection ─┐                     ┌─► channel A ─► server
 *                                         ├─ release ─► thread ─┤
 *   contender B ── prepare ─► Connection ─┘                     └─► channel B ─► server
 * </pre>
 *
 * <p>All methods may be called from any thread but that one. Close them when the race is over: the thread ends.
 */
public final class Connections implements AutoCloseable {

    /** An offset occupies the thread, so it is bounded. */
    public static final Duration LONGEST_OFFSET = Duration.ofSeconds(1);

    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);

    private final Endpoint endpoint;
    private final EventLoopGroup group;
    private final SingleThreadEventLoop loop;
    private final Dialer dialer;
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private Connections(Endpoint endpoint, EventLoopGroup group) throws NoAnswerException {
        this.endpoint = endpoint;
        this.group = group;
        this.loop = (SingleThreadEventLoop) group.next();
        this.dialer = new Dialer(endpoint, loop);
    }

    /**
     * Prepares for connections; none is opened yet.
     *
     * @throws NoAnswerException when the endpoint's trusted certificates cannot be read
     */
    public static Connections to(Endpoint endpoint) throws NoAnswerException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("photofinish-release", true), NioIoHandler.newFactory());
        try {
            return new Connections(endpoint, group);
        } catch (NoAnswerException unreadable) {
            var unused = group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw unreadable;
        }
    }

    /** A connection of one's own, opened on demand. */
    public Connection connection() {
        Connection connection = new Connection(this, dialer, endpoint);
        opened.add(connection);
        return connection;
    }

    /** {@link #release(List, Duration)} without an offset: back to back, in the list's order. */
    public void release(List<Shot> shots) throws NoAnswerException {
        release(shots, Duration.ZERO);
    }

    /**
     * Lets the shots go and returns when all have been written.
     *
     * <p>With an offset, all but the first are released that long after the first; before it, if the offset is negative.
     * The thread keeps reading answers while it waits, except in the last 100 µs, which it spins away. The stamps tell the
     * offset that was reached.
     *
     * @throws IllegalArgumentException when the offset is beyond {@link #LONGEST_OFFSET}, or a shot is of other connections
     * @throws IllegalStateException when a shot has been released or withdrawn before; then nothing is sent
     * @throws NoAnswerException when the thread is stuck or the caller is interrupted; the shots may still be released
     */
    public void release(List<Shot> shots, Duration offset) throws NoAnswerException {
        if (offset.abs().compareTo(LONGEST_OFFSET) > 0) {
            throw new IllegalArgumentException(
                    "An offset of %s is too long; the longest is %s.".formatted(offset, LONGEST_OFFSET));
        }
        Await.within(offset.abs(), Volley.of(shots, offset).fire(loop));
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The connections to %s have been closed.".formatted(endpoint));
        }
    }

    /** Lets a single shot go without waiting until it has been written. */
    void release(Shot shot) {
        var unused = Volley.of(List.of(shot), Duration.ZERO).fire(loop);
    }

    /** Closes all connections, ends what is on its way without an answer, and ends the thread. */
    @Override
    public void close() {
        closed = true;
        opened.forEach(Connection::close);
        group.shutdownGracefully(0, LONGEST_CLOSING.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(LONGEST_CLOSING.toMillis());
    }
}
