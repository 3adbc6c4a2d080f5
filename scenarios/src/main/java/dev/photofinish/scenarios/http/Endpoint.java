package dev.photofinish.scenarios.http;

import java.net.URI;
import java.util.Locale;

/**
 * Where requests go, and on what terms.
 *
 * @param host a name or address; an IPv6 address without brackets
 * @param prefix what the address has before every target: empty, or a path such as {@code /misty} without a final slash
 */
public record Endpoint(boolean secure, String host, int port, String prefix, TlsTrust trust, Timeouts timeouts) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** @throws IllegalArgumentException when it is no {@code http} or {@code https} address, in a sentence */
    public static Endpoint of(URI address, TlsTrust trust, Timeouts timeouts) {
        boolean secure = switch (String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) {
            case "http" -> false;
            case "https" -> true;
            default -> throw unusable(address, "it does not start with http:// or https://");
        };
        if (address.getHost() == null) {
            throw unusable(address, "it names no host");
        }
        if (address.getRawUserInfo() != null) {
            // the address ends up in reports and logs
            throw new IllegalArgumentException("The address of %s contains credentials; give them to the login instead."
                    .formatted(address.getHost()));
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw unusable(address, "it has a query or a fragment, which belong to single requests");
        }
        int standardPort = secure ? HTTPS_PORT : HTTP_PORT;
        return new Endpoint(
                secure,
                address.getHost().replaceAll("^\\[|]$", ""),
                address.getPort() == -1 ? standardPort : address.getPort(),
                address.getRawPath().replaceAll("/+$", ""),
                trust,
                timeouts);
    }

    /** An address that names no host may still hold a password. */
    private static IllegalArgumentException unusable(URI address, String why) {
        String shown = address.toString().replaceAll("//\\S*@", "//***@");
        return new IllegalArgumentException(
                "The address %s cannot be used: %s. Expected one like http://127.0.0.1:8001.".formatted(shown, why));
    }

    /** The address as a person writes it. */
    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority() + prefix;
    }

    /** Host and, unless it is the scheme's own, port: the value of a Host header. */
    String authority() {
        String written = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? HTTPS_PORT : HTTP_PORT) ? written : written + ":" + port;
    }
}
