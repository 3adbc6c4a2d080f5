package dev.photofinish.scenarios.http;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What went wrong on a connection, in words for the person at the keyboard. */
final class Reason {

    private Reason() {}

    static String ofUnknownHost(Endpoint endpoint) {
        return "The host %s of %s is not known. Check its spelling, or give its address instead."
                .formatted(endpoint.host(), endpoint);
    }

    static String ofConnecting(Endpoint endpoint, Throwable problem) {
        return switch (problem) {
            case ConnectTimeoutException timeout ->
                "%s did not accept a connection within %s. Check address, port and firewall."
                        .formatted(endpoint, seconds(endpoint.timeouts().connect()));
            case NoRouteToHostException noRoute ->
                "There is no route to %s. Check the address and this machine's network.".formatted(endpoint);
            case ConnectException refused ->
                "%s refused the connection: nothing listens there. Start the application, or check address and port."
                        .formatted(endpoint);
            default -> "No connection to %s: %s.".formatted(endpoint, words(problem));
        };
    }

    static String ofHandshake(Endpoint endpoint, Throwable problem) {
        if (caused(problem, NotSslRecordException.class)) {
            return "%s does not speak TLS on this port. Use http:// in its address, or another port."
                    .formatted(endpoint);
        }
        if (caused(problem, SslHandshakeTimeoutException.class)) {
            return "%s accepted the connection but did not finish the TLS handshake within %s. Check that the port speaks TLS."
                    .formatted(endpoint, seconds(endpoint.timeouts().connect()));
        }
        if (caused(problem, ClosedChannelException.class)) {
            return "%s closed the connection during the TLS handshake. Check that the port speaks TLS."
                    .formatted(endpoint);
        }
        return Distrust.in(problem)
                .map(why -> ofDistrust(endpoint, why, problem))
                .orElseGet(() -> "The TLS handshake with %s failed: %s.".formatted(endpoint, words(problem)));
    }

    private static String ofDistrust(Endpoint endpoint, Distrust why, Throwable problem) {
        return switch (why) {
            case EXPIRED -> "The TLS certificate of %s has expired. Renew it.".formatted(endpoint);
            case UNKNOWN_AUTHORITY ->
                "The TLS certificate of %s is not trusted: no trusted authority signed it. Give the authority's certificate, or the server's own, as a PEM file."
                        .formatted(endpoint);
            case OTHER_HOST ->
                "The TLS certificate of %s is not for %s: %s. Use the name that the certificate is for."
                        .formatted(endpoint, endpoint.host(), words(innermost(problem)));
        };
    }

    static String ofAnswering(Endpoint endpoint, Throwable problem) {
        return switch (problem) {
            case TooLongHttpContentException tooLong ->
                "The answer of %s is longer than %,d bytes, more than is read."
                        .formatted(endpoint, Line.LONGEST_ANSWER);
            case TooLongHttpHeaderException tooLong ->
                "The header of the answer of %s is longer than is read.".formatted(endpoint);
            case PrematureChannelClosureException brokenOff -> ofClosing(endpoint, true);
            case SSLException tls -> "TLS with %s broke down: %s.".formatted(endpoint, words(tls));
            default ->
                "%s reset the connection instead of answering (%s). The request may or may not have been carried out."
                        .formatted(endpoint, words(problem));
        };
    }

    static String ofGarbage(Endpoint endpoint) {
        return "What came back from %s is not HTTP/1.1. Check that the port is the application's, and http:// or https:// in its address."
                .formatted(endpoint);
    }

    static String ofUnexpectedTls(Endpoint endpoint) {
        return "%s speaks TLS on this port. Use https:// in its address.".formatted(endpoint);
    }

    static String ofClosing(Endpoint endpoint, boolean answerHadBegun) {
        return (answerHadBegun
                        ? "%s closed the connection in the middle of its answer."
                        : "%s closed the connection without an answer. The request may or may not have been carried out.")
                .formatted(endpoint);
    }

    static String ofTimeout(Endpoint endpoint) {
        return "No complete answer from %s within %s. The request may or may not have been carried out."
                .formatted(endpoint, seconds(endpoint.timeouts().answer()));
    }

    private static boolean caused(Throwable problem, Class<? extends Throwable> kind) {
        return causes(problem).anyMatch(kind::isInstance);
    }

    private static Throwable innermost(Throwable problem) {
        return causes(problem).reduce(problem, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause);
    }

    private static String words(Throwable problem) {
        String message = problem.getMessage();
        String words = message == null ? problem.getClass().getSimpleName() : message;
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private static String seconds(Duration duration) {
        return "%s s".formatted(duration.toMillis() % 1000 == 0 ? duration.toSeconds() : duration.toMillis() / 1000.0);
    }
}
