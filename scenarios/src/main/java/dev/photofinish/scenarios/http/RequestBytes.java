package dev.photofinish.scenarios.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Encodes a call up front, so that at its release nothing is left to do but to write. */
final class RequestBytes {

    /** Methods whose empty body is announced, since servers may otherwise wait for one (RFC 9110, 8.6). */
    private static final Set<String> EXPECTED_TO_HAVE_A_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestBytes() {}

    /** @throws IllegalArgumentException when the call cannot be written as HTTP, such as a line break in a header */
    static byte[] of(HttpCall call, Endpoint endpoint) {
        EmbeddedChannel encoder = new EmbeddedChannel(new HttpRequestEncoder());
        ByteBuf whole = Unpooled.buffer();
        try {
            encoder.writeOutbound(request(call, endpoint));
            for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
                whole.writeBytes(part);
                part.release();
            }
            return ByteBufUtil.getBytes(whole);
        } finally {
            whole.release();
            encoder.finishAndReleaseAll();
        }
    }

    private static FullHttpRequest request(HttpCall call, Endpoint endpoint) {
        ByteBuf body = Unpooled.wrappedBuffer(call.body().getBytes(StandardCharsets.UTF_8));
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.valueOf(call.method()), endpoint.prefix() + call.target(), body);
        call.headers().forEach(header -> request.headers().add(header.name(), header.value()));
        request.headers().set(HttpHeaderNames.HOST, endpoint.authority());
        request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        if (body.isReadable() || EXPECTED_TO_HAVE_A_BODY.contains(call.method())) {
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        return request;
    }
}
