package dev.photofinish.explorer.wire;

import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says what the driver's exceptions mean for somebody who has typed an address. */
final class Refusal {

    private Refusal() {}

    static CannotOpenGate of(ServerAddress server, Throwable failure) {
        return isDistrust(failure)
                ? new CannotOpenGate.NotTrusted(
                        "The certificate of the MongoDB at " + server
                                + " is not trusted: no trusted authority signed it."
                                + " Give that authority's certificate, or the server's own, as a PEM file.",
                        failure)
                : new CannotOpenGate(sentence(server, failure), failure);
    }

    private static boolean isDistrust(Throwable failure) {
        boolean path = has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class);
        return path && !has(failure, CertificateExpiredException.class);
    }

    private static String sentence(ServerAddress server, Throwable failure) {
        if (has(failure, MongoSecurityException.class)) {
            return server + " does not accept the user and the password in the database's address (or its authSource).";
        }
        if (has(failure, CertificateExpiredException.class)) {
            return "The certificate of the MongoDB at " + server + " has expired. Renew it.";
        }
        if (has(failure, CertificateException.class)) {
            return "The certificate of the MongoDB at " + server + " is not for " + server.getHost() + " ("
                    + last(failure) + "). Use the name that it is for in the database's address.";
        }
        if (has(failure, SSLException.class)) {
            return server + " speaks no TLS, which the database's address asks for: leave tls=true out.";
        }
        if (has(failure, UnknownHostException.class)) {
            return "Nobody knows where " + server + " is: there is no such host.";
        }
        if (has(failure, MongoSocketOpenException.class)) {
            return "Nobody listens at " + server + " (" + last(failure)
                    + "). Is the database up, and the address right?";
        }
        if (has(failure, MongoSocketReadException.class)) {
            return server + " closed the connection before it had said who it is. Does it expect TLS? Then add tls=true"
                    + " to the database's address.";
        }
        return server + " cannot be used: " + last(failure) + ".";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static String last(Throwable failure) {
        return causes(failure)
                .reduce((cause, deeper) -> deeper)
                .map(cause -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .orElse("no reason given");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? Stream.of(failure) : Stream.concat(Stream.of(failure), causes(cause));
    }
}
