package dev.photofinish.cli;

import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.system.SystemFile;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/** Where the deployment and its database are. */
final class TargetChoice {

    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = WebAddresses.class,
            description = "The deployment's address; the system file's if not given.")
    Optional<URI> url = Optional.empty();

    @Option(
            names = "--mongo",
            paramLabel = "URI",
            description = {
                "The deployment's MongoDB, for invariants on data:",
                "mongodb://user:password@host:27017/database"
            })
    Optional<String> mongo = Optional.empty();

    @Option(
            names = "--mongo-trust",
            paramLabel = "PEM",
            converter = PemFiles.class,
            description = "Trust only this certificate of the MongoDB (tls=true in its URI).")
    private Optional<SSLContext> mongoTrust = Optional.empty();

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            converter = TrustedPem.class,
            description = "Trust only this certificate of the URL (a NAS with one of its own).")
    private TlsTrust trust = TlsTrust.system();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Counts.class,
            description = "How long to wait for an answer (default: ${DEFAULT-VALUE}).")
    int timeoutSeconds = 30;

    /** The system at the address that was asked for. */
    SystemFile at(SystemFile system) {
        return url.map(system::at).orElse(system);
    }

    /** @throws UsageProblem if no request can be sent to such an address */
    Endpoint endpoint(SystemFile system) {
        Timeouts timeouts = new Timeouts(Timeouts.DEFAULT.connect(), Duration.ofSeconds(timeoutSeconds));
        try {
            return Endpoint.of(system.api(), trust, timeouts);
        } catch (IllegalArgumentException unusable) {
            throw new UsageProblem(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    Optional<Database> database(SystemFile system) {
        return mongo.map(uri -> Database.open(uri, system.database(), mongoTrust()));
    }

    /**
     * Whose certificates the MongoDB may show; whatever the JDK trusts if empty.
     *
     * @throws UsageProblem if it would not be asked for any: whoever means to be safe would not be
     */
    Optional<SSLContext> mongoTrust() {
        if (mongoTrust.isPresent() && mongo.filter(uri -> !asksForTls(uri)).isPresent()) {
            throw new UsageProblem(
                    "--mongo-trust is for a MongoDB that is spoken to with TLS, and its address does not ask"
                            + " for that. Add tls=true to it: mongodb://host:27017/database?tls=true.");
        }
        return mongoTrust;
    }

    /** As drivers read it: SRV addresses do unless they say otherwise. */
    private static boolean asksForTls(String uri) {
        return uri.startsWith("mongodb+srv:")
                ? !uri.matches("(?i).*[?&](tls|ssl)=false.*")
                : uri.matches("(?i).*[?&](tls|ssl)=true.*");
    }

    /** Whether the host is this machine itself. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
