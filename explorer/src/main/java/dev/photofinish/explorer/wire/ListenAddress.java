package dev.photofinish.explorer.wire;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code host:port}. */
final class ListenAddress {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private ListenAddress() {}

    static InetSocketAddress parse(String text) throws CannotOpenGate {
        Matcher address = HOST_AND_PORT.matcher(text.strip());
        if (!address.matches() || Integer.parseInt(address.group(3)) > HIGHEST_PORT) {
            throw new CannotOpenGate("'" + text + "' is no address to listen on; expected a host and a port, such as "
                    + WireSettings.DEFAULT_LISTEN.getHostString() + ":" + WireSettings.DEFAULT_LISTEN.getPort() + ".");
        }
        String host = address.group(1) == null ? address.group(2) : address.group(1);
        return InetSocketAddress.createUnresolved(host, Integer.parseInt(address.group(3)));
    }
}
