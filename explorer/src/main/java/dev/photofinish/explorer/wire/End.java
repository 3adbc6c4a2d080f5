package dev.photofinish.explorer.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/** One end of a link: hands on what it says, and says no more than the other end can take. */
final class End extends ChannelInboundHandlerAdapter {

    private final Link link;
    private final Direction direction;
    private final Channel other;

    End(Link link, Direction direction, Channel other) {
        this.link = link;
        this.direction = direction;
        this.other = other;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object segment) throws Exception {
        direction.accept((ByteBuf) segment);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        other.flush();
    }

    /** The backlog towards this end has grown or shrunk: the other end waits, or goes on. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        other.config().setAutoRead(context.channel().isWritable());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            direction.ended();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        direction.closed();
        link.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        link.broken(cause);
    }
}
