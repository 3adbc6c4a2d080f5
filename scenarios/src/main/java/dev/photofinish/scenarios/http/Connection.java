package dev.photofinish.scenarios.http;

import org.jspecify.annotations.Nullable;

/**
 * One contender's connection: HTTP/1.1, kept alive, one request at a time, redirects not followed.
 *
 * <p>It is opened by its first request or {@link #open}, and again when the server has closed it since, which is noticed
 * before anything of the next request is written. A request is never sent twice: one that was cut off has failed.
 *
 * <p>For one thread at a time, except {@link #close}, which any thread may call.
 */
public final class Connection implements Transport, AutoCloseable {

    /** The one that is open, which the server may have closed meanwhile, and a fresh one. */
    private static final int LINES_TRIED = 2;

    private final Connections connections;
    private final Dialer dialer;
    private final Endpoint endpoint;
    private volatile @Nullable Line line;

    Connection(Connections connections, Dialer dialer, Endpoint endpoint) {
        this.connections = connections;
        this.dialer = dialer;
        this.endpoint = endpoint;
    }

    /**
     * Connects and does the TLS handshake now rather than with the first request.
     *
     * @throws NoAnswerException when the endpoint cannot be reached
     */
    public void open() throws NoAnswerException {
        openLine();
    }

    /**
     * Encodes the request and sends what of it is not held back, so that its release costs a single write.
     *
     * @throws NoAnswerException when the endpoint cannot be reached or takes no bytes
     * @throws IllegalArgumentException when the call cannot be written as HTTP
     * @throws IllegalStateException when this connection's last request has neither been answered nor withdrawn, or the
     *     connections have been closed
     */
    public Shot prepare(HttpCall call, Release release) throws NoAnswerException {
        Shot shot = new Shot(call, endpoint, release);
        for (int line = 1; line <= LINES_TRIED; line++) {
            if (loaded(openLine(), shot)) {
                return shot;
            }
        }
        throw new NoAnswerException(
                "%s closes every connection as soon as it is opened. Is the application starting up or overloaded?"
                        .formatted(endpoint));
    }

    /**
     * Sends the request at once and waits for its end; like {@link #send}, with its times.
     *
     * @throws NoAnswerException when it could not be sent
     */
    public Finish exchange(HttpCall call) throws NoAnswerException {
        Shot shot = prepare(call, Release.PLAIN);
        connections.release(shot);
        return shot.answer();
    }

    @Override
    public HttpAnswer send(HttpCall call) throws NoAnswerException {
        return switch (exchange(call)) {
            case Finish.Answered answered -> answered.answer();
            case Finish.Unanswered unanswered -> throw new NoAnswerException(unanswered.reason());
        };
    }

    /** Closes the connection, if it is open; a request on its way ends without an answer. A later request opens it again. */
    @Override
    public void close() {
        Line open = line;
        line = null;
        if (open != null) {
            open.hangUp();
        }
    }

    private boolean loaded(Line open, Shot shot) throws NoAnswerException {
        return Await.within(endpoint.timeouts().answer(), open.load(shot));
    }

    private Line openLine() throws NoAnswerException {
        connections.requireOpen();
        Line open = line;
        if (open == null || !open.isOpen()) {
            open = dialer.dial();
            line = open;
        }
        return open;
    }
}
