package dev.photofinish.scenarios.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One open channel and the shot it carries, at most one at a time; the last handler of its pipeline.
 *
 * <p>All state is confined to the channel's event loop. The methods that other threads may call say so.
 */
final class Line extends SimpleChannelInboundHandler<FullHttpResponse> {

    static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private final Endpoint endpoint;
    private final Channel channel;
    private @Nullable Shot shot;

    /** Servers of other protocols often speak first, and so before there is a shot to fail. */
    private boolean garbageCame;

    Line(Endpoint endpoint, Channel channel) {
        this.endpoint = endpoint;
        this.channel = channel;
    }

    /** Any thread. */
    Endpoint endpoint() {
        return endpoint;
    }

    /** Any thread. */
    EventLoop loop() {
        return channel.eventLoop();
    }

    /** Any thread. */
    boolean isOpen() {
        return channel.isActive();
    }

    /**
     * Takes the shot and sends what of it is not held back. Any thread.
     *
     * @return completed when that part has been handed to the operating system; false when the channel was closed before
     *     anything was written, so that another line may take the shot; failed when another line would do no better
     */
    CompletableFuture<Boolean> load(Shot next) {
        CompletableFuture<Boolean> loaded = new CompletableFuture<>();
        loop().execute(() -> {
            if (garbageCame) {
                loaded.completeExceptionally(new NoAnswerException(Reason.ofGarbage(endpoint)));
            } else if (!channel.isActive()) {
                loaded.complete(false);
            } else if (shot != null) {
                loaded.completeExceptionally(new IllegalStateException(
                        "The connection to %s still carries a request; read its answer or withdraw it first."
                                .formatted(endpoint)));
            } else {
                shot = next;
                next.load(this, channel).addListener(sent -> loaded.complete(true));
            }
        });
        return loaded;
    }

    /** Gives up whatever is on its way and closes the channel. Any thread. */
    void hangUp() {
        loop().execute(() -> {
            if (shot != null) {
                shot.fail("The connection to %s was closed on this side.".formatted(endpoint));
            }
            var unused = channel.close();
        });
    }

    /** The shot is done with this line. */
    void free() {
        shot = null;
    }

    void close() {
        var unused = channel.close();
    }

    void bytesCame(long nanos) {
        if (shot != null) {
            shot.bytesCame(nanos);
        }
    }

    boolean awaitsNoBody() {
        return shot != null && shot.isHead();
    }

    /** The server answers a plain request with a TLS record. */
    void tlsCame() {
        failShot(Reason.ofUnexpectedTls(endpoint));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
        if (answer.decoderResult().isFailure()) {
            garbageCame = true;
            failShot(Reason.ofGarbage(endpoint));
        } else if (shot == null) {
            // unasked, such as 408 on an idle connection
            close();
        } else if (!isInterim(answer)) {
            shot.answered(answer);
        }
    }

    /** 100 Continue, 103 Early Hints and the like: the answer proper is still to come (RFC 9110, 15.2). */
    private static boolean isInterim(FullHttpResponse answer) {
        return answer.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (shot != null) {
            shot.fail(Reason.ofClosing(endpoint, shot.answerHasBegun()));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable problem) {
        Throwable cause = problem.getCause();
        failShot(Reason.ofAnswering(endpoint, problem instanceof DecoderException && cause != null ? cause : problem));
    }

    private void failShot(String reason) {
        if (shot == null) {
            close();
        } else {
            shot.fail(reason);
        }
    }
}
