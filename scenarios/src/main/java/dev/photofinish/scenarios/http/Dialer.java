package dev.photofinish.scenarios.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Opens channels to one endpoint, each ready for its first request: connected, and its TLS handshake done. */
final class Dialer {

    private final Endpoint endpoint;
    private final EventLoop loop;
    private final Optional<SslContext> tls;

    /** @throws NoAnswerException when the trusted certificates cannot be read */
    Dialer(Endpoint endpoint, EventLoop loop) throws NoAnswerException {
        this.endpoint = endpoint;
        this.loop = loop;
        this.tls = endpoint.secure() ? Optional.of(tlsContext(endpoint.trust())) : Optional.empty();
    }

    private static SslContext tlsContext(TlsTrust trust) throws NoAnswerException {
        // the JDK's own TLS: a native one may or may not be on the class path
        SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
        try {
            return switch (trust) {
                case TlsTrust.SystemDefault system -> builder.build();
                case TlsTrust.Pem pem -> {
                    if (!Files.isReadable(pem.file())) {
                        throw new NoAnswerException(
                                "The trusted certificates' file %s does not exist or cannot be read."
                                        .formatted(pem.file()));
                    }
                    yield builder.trustManager(pem.file().toFile()).build();
                }
            };
        } catch (IllegalArgumentException | SSLException unreadable) {
            throw new NoAnswerException(
                    "The trusted certificates cannot be used: %s holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)."
                            .formatted(trust instanceof TlsTrust.Pem pem ? pem.file() : "the Java runtime"),
                    unreadable);
        }
    }

    /**
     * Tries the host's addresses in their order. Any thread but the event loop's.
     *
     * @throws NoAnswerException when none of them can be reached, or the TLS handshake fails
     */
    Line dial() throws NoAnswerException {
        NoAnswerException last = null;
        for (InetAddress address : addresses()) {
            try {
                return dial(address);
            } catch (NoAnswerException unreachable) {
                last = unreachable;
            }
        }
        throw last == null ? new NoAnswerException(Reason.ofUnknownHost(endpoint)) : last;
    }

    private InetAddress[] addresses() throws NoAnswerException {
        try {
            return InetAddress.getAllByName(endpoint.host());
        } catch (UnknownHostException unknown) {
            throw new NoAnswerException(Reason.ofUnknownHost(endpoint), unknown);
        }
    }

    private Line dial(InetAddress address) throws NoAnswerException {
        // made here rather than by the bootstrap: its pipeline is emptied when the server closes at once
        SocketChannel channel = new NioSocketChannel();
        Line line = new Line(endpoint, channel);
        Optional<SslHandler> handshake = tls.map(this::handshake);
        ChannelFuture connecting =
                bootstrap(channel, handshake, line).connect(new InetSocketAddress(address, endpoint.port()));
        try {
            awaitConnected(connecting);
            if (handshake.isPresent()) {
                awaitSecured(handshake.get());
            }
            return line;
        } catch (NoAnswerException unreachable) {
            if (channel.isRegistered()) {
                var unused = channel.close();
            }
            throw unreachable;
        }
    }

    private void awaitConnected(ChannelFuture connecting) throws NoAnswerException {
        Optional<Throwable> refusal = Await.within(endpoint.timeouts().connect(), Await.failure(connecting));
        if (refusal.isPresent()) {
            throw new NoAnswerException(Reason.ofConnecting(endpoint, refusal.get()), refusal.get());
        }
    }

    private void awaitSecured(SslHandler handshake) throws NoAnswerException {
        Optional<Throwable> distrust =
                Await.within(endpoint.timeouts().connect(), Await.failure(handshake.handshakeFuture()));
        if (distrust.isPresent()) {
            throw new NoAnswerException(Reason.ofHandshake(endpoint, distrust.get()), distrust.get());
        }
    }

    private SslHandler handshake(SslContext context) {
        SslHandler handshake = context.newHandler(ByteBufAllocator.DEFAULT, endpoint.host(), endpoint.port());
        handshake.setHandshakeTimeoutMillis(endpoint.timeouts().connect().toMillis());
        return handshake;
    }

    private Bootstrap bootstrap(SocketChannel channel, Optional<SslHandler> handshake, Line line) {
        return new Bootstrap()
                .group(loop)
                .channelFactory(() -> channel)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(endpoint.timeouts().connect().toMillis()))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel registered) {
                        handshake.ifPresent(registered.pipeline()::addLast);
                        registered
                                .pipeline()
                                .addLast(new AnswerDecoder(line), new HttpObjectAggregator(Line.LONGEST_ANSWER), line);
                    }
                });
    }
}
