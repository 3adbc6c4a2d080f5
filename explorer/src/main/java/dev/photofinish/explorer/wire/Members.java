package dev.photofinish.explorer.wire;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of the gate's ports stands before which member. Safe for any thread.
 *
 * @param portsByName by the member's address as its replica set calls it, in lower case
 */
record Members(Map<String, Integer> portsByName) {

    Members() {
        this(new ConcurrentHashMap<>());
    }

    void add(String name, int port) {
        portsByName.put(name.toLowerCase(Locale.ROOT), port);
    }

    Collection<Integer> ports() {
        return portsByName.values();
    }

    /**
     * What a client has to call a member so that it keeps coming through the gate.
     *
     * @param reachedAt the address at which the client has reached the gate: it can reach the other ports there too
     */
    Optional<String> address(String name, InetSocketAddress reachedAt) {
        return Optional.ofNullable(portsByName.get(name.toLowerCase(Locale.ROOT)))
                .map(port -> shown(reachedAt.getAddress(), port));
    }

    /** As MongoDB writes it: {@code 127.0.0.1:27017}, {@code [::1]:27017} (RFC 5952). */
    static String shown(InetAddress address, int port) {
        return shown(NetUtil.toAddressString(address), port);
    }

    static String shown(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
