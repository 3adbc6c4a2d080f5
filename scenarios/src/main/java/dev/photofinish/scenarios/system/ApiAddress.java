package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads the address of an API. */
final class ApiAddress {

    private ApiAddress() {}

    static URI read(YamlNode node, Problems problems) {
        try {
            URI address = new URI(node.text());
            if (address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return withoutSlash(address);
            }
        } catch (URISyntaxException malformed) {
            // reported below
        }
        if (node.text().startsWith("http")) { // otherwise the schema has reported it
            problems.add(
                    node.at(), "\"" + node.text() + "\" as the address of the API", "such as http://127.0.0.1:8001");
        }
        return URI.create("http://unknown");
    }

    static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }
}
