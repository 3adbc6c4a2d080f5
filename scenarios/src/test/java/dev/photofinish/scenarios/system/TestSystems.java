package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.yaml.SourceText;
import java.util.Optional;

/** Small system files. */
final class TestSystems {

    private TestSystems() {}

    /** @param operation the keys of one operation, indented by four blanks after the first line */
    static SystemFile withOperation(String operation) {
        return read("operations:\n  only:\n    " + operation + "\n");
    }

    /** @param login everything after {@code login:} */
    static SystemFile withLogin(String login) {
        return read("login: " + login + "\noperations: { buy: { request: POST /buy } }\n");
    }

    private static SystemFile read(String rest) {
        String yaml = """
                system: shop
                api: http://127.0.0.1:8001/
                users:
                  clerk: [ { name: erin, password: "pä:ss", key: k1 }, { name: sam, password: s, key: k2 } ]
                """;
        return SystemReader.read(new SourceText("test.yaml", yaml + rest), name -> Optional.empty());
    }
}
