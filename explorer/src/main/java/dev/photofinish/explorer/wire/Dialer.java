package dev.photofinish.explorer.wire;

import com.mongodb.ServerAddress;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Connects to a member.
 *
 * @param encryption if it wants TLS
 * @param hostnames whether the certificate must be for the host
 */
record Dialer(ServerAddress member, Optional<SSLContext> encryption, Hostnames hostnames) {

    private static final int CONNECT_MILLIS = 10_000;

    /** What a certificate must say. */
    enum Hostnames {
        VERIFIED,
        ANY
    }

    /** Nothing is read from the new connection before somebody wants it. */
    ChannelFuture dial(EventLoop loop) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        encryption.ifPresent(context -> channel.pipeline().addLast(new SslHandler(engine(context))));
                    }
                })
                .connect(member.getHost(), member.getPort());
    }

    private SSLEngine engine(SSLContext context) {
        SSLEngine engine = context.createSSLEngine(member.getHost(), member.getPort());
        engine.setUseClientMode(true);
        if (hostnames == Hostnames.VERIFIED) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        return engine;
    }
}
