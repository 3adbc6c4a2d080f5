package dev.photofinish.scenarios.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;

/** Stamps the bytes of an answer as they come, before anything is done with them. Event loop only. */
final class AnswerDecoder extends HttpResponseDecoder {

    /** Generous: session cookies and tokens travel in headers. */
    private static final int LONGEST_HEADER = 64 * 1024;

    /** The content type of a TLS record (RFC 8446, 5.1). */
    private static final byte TLS_ALERT = 21;

    private final Line line;

    AnswerDecoder(Line line) {
        super(new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_HEADER).setMaxHeaderSize(LONGEST_HEADER));
        this.line = line;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        line.bytesCame(System.nanoTime());
        if (bytes instanceof ByteBuf buffer && startsWithTlsAlert(buffer)) {
            buffer.release();
            line.tlsCame();
        } else {
            super.channelRead(context, bytes);
        }
    }

    /** No HTTP answer starts with a control character, and what a TLS server says to plain HTTP is an alert. */
    private static boolean startsWithTlsAlert(ByteBuf bytes) {
        return bytes.isReadable() && bytes.getByte(bytes.readerIndex()) == TLS_ALERT;
    }

    /** An answer to HEAD has the Content-Length of a body that does not follow (RFC 9112, 6.3). */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage answer) {
        return line.awaitsNoBody() || super.isContentAlwaysEmpty(answer);
    }
}
