package dev.photofinish.scenarios.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A request on its connection, all of it or its last byte held back until {@link Connections#release} lets it go, once.
 *
 * <p>The public methods may be called from any thread but the connections' own. All else happens on the event loop,
 * to which the mutable state is confined.
 */
public final class Shot {

    private final Endpoint endpoint;
    private final boolean head;
    private final byte[] request;
    private final Release release;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Finish> finish = new CompletableFuture<>();

    /** Written once, before the shot is handed out. */
    private @Nullable Line line;

    private @Nullable Channel channel;
    private @Nullable ByteBuf held;
    private @Nullable Future<?> timeout;
    private OptionalLong released = OptionalLong.empty();
    private OptionalLong firstByte = OptionalLong.empty();
    private OptionalLong lastByte = OptionalLong.empty();

    Shot(HttpCall call, Endpoint endpoint, Release release) {
        this.endpoint = endpoint;
        this.head = call.method().equals("HEAD");
        this.request = RequestBytes.of(call, endpoint);
        this.release = release;
    }

    /**
     * Waits until the shot has ended: by its answer, by a failure, or when the endpoint's answer time-out has passed
     * since its release.
     *
     * @throws IllegalStateException before its release or withdrawal, since nothing bounds that wait
     */
    public Finish answer() {
        if (!claimed.get() && !finish.isDone()) {
            throw new IllegalStateException("The request to %s has not been released yet.".formatted(endpoint));
        }
        try {
            return Await.within(endpoint.timeouts().answer(), finish);
        } catch (NoAnswerException stuck) {
            Line carrier = line;
            if (carrier != null) {
                carrier.hangUp(); // nobody waits for its answer any more, and the next request is not to wait behind it
            }
            return new Finish.Unanswered(
                    String.valueOf(stuck.getMessage()),
                    new Stamps(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                    Finish.Unanswered.End.GIVEN_UP);
        }
    }

    /**
     * Gives the request up: what is held back is never sent, so the server never sees a whole request. A connection on
     * which part of it was sent is closed. No effect once it has been released.
     */
    public void withdraw() {
        Line carrier = line;
        if (carrier != null && claimed.compareAndSet(false, true)) {
            carrier.loop()
                    .execute(() -> fail("The request to %s was withdrawn before its release.".formatted(endpoint)));
        }
    }

    /** Marks the shot as released. Any thread. */
    void claimOn(EventLoop loop) {
        if (line == null || !line.loop().equals(loop)) {
            throw new IllegalArgumentException("A request is released by the connections that it was prepared on.");
        }
        if (!claimed.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "The request to %s has been released or withdrawn before.".formatted(endpoint));
        }
    }

    boolean isHead() {
        return head;
    }

    ChannelFuture load(Line carrier, Channel wire) {
        line = carrier;
        channel = wire;
        int ahead = switch (release) {
            case PLAIN -> 0;
            case LAST_BYTE -> request.length - 1;
        };
        // direct, so that the release need not copy it
        held = wire.alloc().directBuffer(request.length - ahead).writeBytes(request, ahead, request.length - ahead);
        return ahead == 0
                ? wire.newSucceededFuture()
                : wire.writeAndFlush(Unpooled.wrappedBuffer(request, 0, ahead)).addListener(this::failUnlessWritten);
    }

    /** Moves what was held back into the channel, unflushed, so that the release proper is a single system call. */
    void write() {
        ByteBuf bytes = held;
        if (bytes != null && channel != null) {
            held = null;
            channel.write(bytes).addListener(written -> {
                released = OptionalLong.of(System.nanoTime());
                failUnlessWritten(written);
            });
        }
    }

    void flush() {
        if (channel != null && !finish.isDone()) {
            channel.flush();
            if (released.isEmpty()) {
                // the operating system did not take it all at once; stamped again when it has
                released = OptionalLong.of(System.nanoTime());
            }
        }
    }

    /** From here on the answer's time-out runs. */
    void startWaiting() {
        if (channel != null && !finish.isDone()) {
            timeout = channel.eventLoop()
                    .schedule(
                            () -> fail(Reason.ofTimeout(endpoint), Finish.Unanswered.End.GIVEN_UP),
                            endpoint.timeouts().answer().toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    void bytesCame(long nanos) {
        if (firstByte.isEmpty()) {
            firstByte = OptionalLong.of(nanos);
        }
        lastByte = OptionalLong.of(nanos);
    }

    boolean answerHasBegun() {
        return firstByte.isPresent();
    }

    void answered(FullHttpResponse answer) {
        if (held != null) {
            fail("%s answered %d before the request was complete."
                    .formatted(endpoint, answer.status().code()));
            return;
        }
        List<Header> headers = answer.headers().entries().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
        String body = answer.content().toString(HttpUtil.getCharset(answer, StandardCharsets.UTF_8));
        finish(
                new Finish.Answered(
                        new HttpAnswer(answer.status().code(), headers, body),
                        new Stamps(released, firstByte, lastByte)),
                HttpUtil.isKeepAlive(answer));
    }

    void fail(String reason) {
        fail(reason, Finish.Unanswered.End.CUT_OFF);
    }

    private void fail(String reason, Finish.Unanswered.End end) {
        boolean untouched = release == Release.PLAIN && held != null;
        finish(new Finish.Unanswered(reason, new Stamps(released, firstByte, OptionalLong.empty()), end), untouched);
    }

    private void failUnlessWritten(Future<?> write) {
        if (!write.isSuccess()) {
            fail(Reason.ofAnswering(endpoint, write.cause()));
        }
    }

    private void finish(Finish how, boolean lineIsReusable) {
        if (finish.isDone()) {
            return;
        }
        if (held != null) {
            held.release();
            held = null;
        }
        if (timeout != null) {
            timeout.cancel(false);
        }
        if (line != null) {
            line.free();
            if (!lineIsReusable) {
                line.close();
            }
        }
        finish.complete(how);
    }
}
