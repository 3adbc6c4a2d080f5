package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.wire.protocol.MalformedMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of the application, and the gate's own to a member that belongs to it. Both live on the same event loop, and so
 * does this with its two directions: no other thread touches them.
 *
 * <pre>
 * client ──▶ Requests ──▶ server
 *        ◀── Replies  ◀──
 * </pre>
 */
final class Link {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final Channel client;
    private final Channel server;
    private final String sentFrom;
    private boolean serverGone;

    private Link(Channel client, Channel server) {
        this.client = client;
        this.server = server;
        InetSocketAddress address = (InetSocketAddress) server.localAddress();
        this.sentFrom = Members.shown(address.getAddress(), address.getPort());
    }

    /** Lets what either end says reach the other. */
    static void join(Channel client, Channel server, Gateway gateway) {
        Link link = new Link(client, server);
        gateway.connected();
        Awaited awaited = new Awaited();
        client.pipeline().addLast(new End(link, new Requests(link, gateway, awaited), server));
        server.pipeline().addLast(new End(link, new Replies(link, gateway, awaited), client));
        server.config().setAutoRead(true);
        client.config().setAutoRead(true);
    }

    Channel client() {
        return client;
    }

    Channel server() {
        return server;
    }

    /** The gate's own end of the connection to the member, as the member sees it: {@code host:port}. */
    String sentFrom() {
        return sentFrom;
    }

    void toServer(ByteBuf bytes) {
        var unused = server.write(bytes, server.voidPromise());
    }

    void toClient(ByteBuf bytes) {
        var unused = client.write(bytes, client.voidPromise());
    }

    /** The member was the first to end the connection. */
    void serverIsGone() {
        serverGone = true;
    }

    boolean serverGone() {
        return serverGone;
    }

    /** Runs on the event loop, after whatever runs there now; not at all once the gate is closed, and all links with it. */
    void later(Runnable task) {
        try {
            client.eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The gate is closed.", e);
        }
    }

    /** One end says no more: tells the other so, which may still speak. */
    void endOutput(Channel other) {
        var unused = other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> shutDown(other));
    }

    private void shutDown(Channel other) {
        if (other instanceof DuplexChannel duplex && duplex.isActive() && !duplex.isInputShutdown()) {
            var unused = duplex.shutdownOutput();
        } else {
            close();
        }
    }

    /** One of the two is gone, or what it says makes no sense. */
    void broken(Throwable cause) {
        if (cause instanceof MalformedMessage) {
            LOG.warn("The connection of {} is closed: {}", client.remoteAddress(), cause.getMessage());
        } else {
            LOG.debug("The connection of {} broke.", client.remoteAddress(), cause);
        }
        close();
    }

    /** Ends both; what has been written goes out first. */
    void close() {
        flushAndClose(client);
        flushAndClose(server);
    }

    private static void flushAndClose(Channel channel) {
        if (channel.isActive()) {
            var unused = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            var unused = channel.close();
        }
    }
}
