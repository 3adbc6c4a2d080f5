package dev.photofinish.explorer.wire;

import com.mongodb.spi.dns.DnsClient;
import com.mongodb.spi.dns.DnsClientProvider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Knows the hosts below {@code photofinish.test}, all of which are this machine. There is no other DNS in these tests. */
public final class TestDns implements DnsClientProvider {

    private static final String DOMAIN = "photofinish.test";
    private static final Map<String, Map<String, List<String>>> RECORDS = new ConcurrentHashMap<>();

    static void serve(String name, String server, int port, String options) {
        RECORDS.put(
                name,
                Map.of(
                        "SRV", List.of("0 0 " + port + " " + server + "."),
                        "TXT", List.of(options)));
    }

    @Override
    public DnsClient create() {
        return (name, type) -> RECORDS.getOrDefault(name.replace("_mongodb._tcp.", ""), Map.of())
                .getOrDefault(type, List.of());
    }

    /** The same for the JDK, which is asked for the server's address. */
    public static final class Addresses extends InetAddressResolverProvider {

        @Override
        public InetAddressResolver get(Configuration configuration) {
            InetAddressResolver others = configuration.builtinResolver();
            return new InetAddressResolver() {
                @Override
                public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                    return host.endsWith(DOMAIN)
                            ? Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}))
                            : others.lookupByName(host, policy);
                }

                @Override
                public String lookupByAddress(byte[] address) throws UnknownHostException {
                    return others.lookupByAddress(address);
                }
            };
        }

        @Override
        public String name() {
            return "hosts of the tests";
        }
    }
}
