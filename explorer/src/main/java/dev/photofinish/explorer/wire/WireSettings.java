package dev.photofinish.explorer.wire;

import com.mongodb.ConnectionString;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a gate listens, and what it stands before.
 *
 * @param listen where the application connects; port 0 for any free one. Where the database has several members, the others
 *     get free ports on the same address
 * @param upstream the database as its driver would be told: standalone, replica set, SRV, with TLS, with credentials
 * @param trust whose certificates the server may show, such as {@link Trust#onlyIn}; whatever the JDK trusts if empty
 */
public record WireSettings(InetSocketAddress listen, ConnectionString upstream, Optional<SSLContext> trust) {

    /** MongoDB's own port, and one. */
    public static final InetSocketAddress DEFAULT_LISTEN = InetSocketAddress.createUnresolved("127.0.0.1", 27018);

    /**
     * As somebody would type it.
     *
     * @param listen such as {@code 127.0.0.1:27018}
     * @param upstream such as {@code mongodb://db:27017/?replicaSet=rs0}
     * @throws CannotOpenGate if either cannot be read
     */
    public static WireSettings parse(String listen, String upstream, Optional<SSLContext> trust) throws CannotOpenGate {
        return new WireSettings(ListenAddress.parse(listen), read(upstream), trust);
    }

    private static ConnectionString read(String upstream) throws CannotOpenGate {
        try {
            return new ConnectionString(upstream);
        } catch (RuntimeException e) {
            // also what the driver throws when it asks DNS for the options of an SRV address
            throw new CannotOpenGate("The database's address cannot be used: " + e.getMessage(), e);
        }
    }

    /** Without the address, which may hold a password. */
    @Override
    public String toString() {
        return "WireSettings[listen=" + listen + ", upstream=" + upstream.getHosts() + "]";
    }
}
