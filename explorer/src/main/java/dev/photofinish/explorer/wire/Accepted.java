package dev.photofinish.explorer.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection of the application that has none to the member yet. Nothing is read from it before. */
final class Accepted extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Accepted.class);

    private final Dialer dialer;
    private final Gateway gateway;

    Accepted(Dialer dialer, Gateway gateway) {
        this.dialer = dialer;
        this.gateway = gateway;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel client = context.channel();
        ChannelFuture dialled = dialer.dial(client.eventLoop());
        var unused = dialled.addListener(done -> {
            if (!done.isSuccess()) {
                LOG.debug("{} cannot be reached.", dialer.member(), done.cause());
                close(client);
            } else if (!client.isActive()) {
                close(dialled.channel());
            } else {
                client.pipeline().remove(this);
                Link.join(client, dialled.channel(), gateway);
            }
        });
    }

    private static void close(Channel channel) {
        var unused = channel.close();
    }
}
