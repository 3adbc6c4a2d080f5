package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.scenarios.http.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * Watches in somebody's stead, and ends an exploration as well when nobody listens at the application's address any more: what is
 * tried from then on comes to nothing, one time-out after the other. Somebody who restarts it has a moment to do so.
 *
 * <p>Only looked at after somebody was not answered: an application with one worker is not kept busy with connections. {@link
 * #unanswered} may be called from any thread, all else is for the explorer's.
 */
final class Presence implements Watcher {

    private static final Duration RESTART = Duration.ofSeconds(4);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration CONNECTING = Duration.ofSeconds(1);

    private final Watcher watcher;
    private final Endpoint endpoint;
    private volatile boolean missed;
    private boolean gone;
    private long lost;
    private long schedules;

    Presence(Watcher watcher, Endpoint endpoint) {
        this.watcher = watcher;
        this.endpoint = endpoint;
    }

    /** Somebody was not answered. */
    void unanswered() {
        missed = true;
    }

    @Override
    public void progress(Coverage soFar) {
        if (soFar.inconclusive() > lost) {
            missed = true;
        }
        lost = soFar.inconclusive();
        schedules = soFar.run() + soFar.togetherRuns();
        watcher.progress(soFar);
    }

    @Override
    public boolean stop() {
        if (watcher.stop()) {
            return true;
        }
        if (missed && !gone) {
            missed = false;
            gone = isGone();
        }
        return gone;
    }

    @Override
    public void whenStopped(Runnable end) {
        watcher.whenStopped(end);
    }

    /** That it is gone, if it is. */
    Optional<String> sentence() {
        return gone
                ? Optional.of(
                        "The application at %s stopped answering after schedule %,d: nobody listens there any more."
                                .formatted(endpoint, schedules))
                : Optional.empty();
    }

    private boolean isGone() {
        long until = System.nanoTime() + RESTART.toNanos();
        while (refuses()) {
            if (System.nanoTime() > until) {
                return true;
            }
            if (watcher.stop()) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Whoever only does not answer in time may be busy. */
    private boolean refuses() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(endpoint.host(), endpoint.port()), Math.toIntExact(CONNECTING.toMillis()));
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException otherwise) {
            return false;
        }
    }
}
