package dev.photofinish.explorer.wire;

import com.mongodb.ServerAddress;
import dev.photofinish.explorer.traffic.Passing;
import dev.photofinish.explorer.wire.Upstream.Member;
import dev.photofinish.explorer.wire.Upstream.Reach;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A gate's ports, one a member, and the connections through them. Safe for any thread. */
final class Listeners implements AutoCloseable {

    /** One command goes on at a time: whoever sees the last contender held lets the next one go without waking a thread. */
    private static final int THREADS = 1;

    private static final int GOODBYE_SECONDS = 5;

    private final Upstream upstream;
    private final Dialer.Hostnames hostnames;
    private final Gateway gateway;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("photofinish-wire-gate", true), NioIoHandler.newFactory());
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final InetSocketAddress address;

    private Listeners(Upstream upstream, Dialer.Hostnames hostnames, InetSocketAddress address, Passing passing) {
        this.gateway = new Gateway(this::meet, passing);
        this.upstream = upstream;
        this.hostnames = hostnames;
        this.address = address;
    }

    /**
     * @param passing told of what comes through
     * @throws CannotOpenGate if the port is taken
     */
    static Listeners open(Upstream upstream, Dialer.Hostnames hostnames, InetSocketAddress listen, Passing passing)
            throws CannotOpenGate {
        Listeners listeners = new Listeners(upstream, hostnames, listen, passing);
        try {
            int port = listen.getPort();
            for (Member member : upstream.members()) {
                listeners.met.add(member.name());
                listeners.bound(member, listeners.bind(member, port).awaitUninterruptibly());
                port = 0;
            }
            return listeners;
        } catch (CannotOpenGate e) {
            listeners.close();
            throw e;
        }
    }

    private void bound(Member member, ChannelFuture listener) throws CannotOpenGate {
        if (!listener.isSuccess()) {
            throw new CannotOpenGate(
                    "The gate cannot listen on %s (%s). Is another one running? Choose another port, or 0 for any."
                            .formatted(
                                    Members.shown(address.getHostString(), address.getPort()),
                                    listener.cause().getMessage()),
                    listener.cause());
        }
        gateway.members().add(member.name(), port(listener.channel()));
    }

    Gateway gateway() {
        return gateway;
    }

    /** For what must happen later; nothing that waits. */
    ScheduledExecutorService timer() {
        return loops.next();
    }

    private ChannelFuture bind(Member member, int port) {
        Dialer dialer = new Dialer(member.dial(), upstream.encryption(), hostnames);
        ChannelFuture listener = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channels.add(channel);
                        channel.pipeline().addLast(new Accepted(dialer, gateway));
                    }
                })
                .bind(new InetSocketAddress(address.getHostString(), port));
        channels.add(listener.channel());
        return listener;
    }

    /** A member that has joined its set since the gate was opened: the next hello that names it finds it. */
    private void meet(String name) {
        if (upstream.reach() == Reach.DISCOVERED && met.add(name)) {
            Member member = new Member(name, new ServerAddress(name));
            ChannelFuture listener = bind(member, 0);
            listener.addListener(done -> {
                if (done.isSuccess()) {
                    gateway.members().add(name, port(listener.channel()));
                } else {
                    met.remove(name);
                }
            });
        }
    }

    private static int port(Channel listener) {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        channels.close().awaitUninterruptibly(GOODBYE_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, GOODBYE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(GOODBYE_SECONDS, TimeUnit.SECONDS);
    }
}
