package dev.photofinish.scenarios.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
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
import java.time.Duration;
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
        ChannelFuture connecting = bootstrap().connect(new InetSocketAddress(address, endpoint.port()));
        try {
            return ready(connecting);
        } catch (NoAnswerException unreachable) {
            var unused = connecting.channel().close();
            throw unreachable;
        }
    }

    private Line ready(ChannelFuture connecting) throws NoAnswerException {
        Duration bound = endpoint.timeouts().connect();
        Optional<Throwable> refusal = Await.within(bound, Await.failure(connecting));
        if (refusal.isPresent()) {
            throw new NoAnswerException(Reason.ofConnecting(endpoint, refusal.get()), refusal.get());
        }
        ChannelPipeline pipeline = connecting.channel().pipeline();
        SslHandler handshake = pipeline.get(SslHandler.class);
        if (handshake != null) {
            Optional<Throwable> distrust = Await.within(bound, Await.failure(handshake.handshakeFuture()));
            if (distrust.isPresent()) {
                throw new NoAnswerException(Reason.ofHandshake(endpoint, distrust.get()), distrust.get());
            }
        }
        return pipeline.get(Line.class);
    }

    private Bootstrap bootstrap() {
        int connectMillis = Math.toIntExact(endpoint.timeouts().connect().toMillis());
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        tls.ifPresent(context -> {
                            SslHandler handler = context.newHandler(channel.alloc(), endpoint.host(), endpoint.port());
                            handler.setHandshakeTimeoutMillis(connectMillis);
                            channel.pipeline().addLast(handler);
                        });
                        Line line = new Line(endpoint, channel);
                        channel.pipeline()
                                .addLast(new AnswerDecoder(line), new HttpObjectAggregator(Line.LONGEST_ANSWER), line);
                    }
                });
    }
}
