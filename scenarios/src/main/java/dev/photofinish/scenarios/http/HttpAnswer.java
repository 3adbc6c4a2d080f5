package dev.photofinish.scenarios.http;

import java.util.List;
import java.util.Optional;

/**
 * A complete answer.
 *
 * @param body decoded with the charset its Content-Type names, UTF-8 otherwise
 */
public record HttpAnswer(int status, List<Header> headers, String body) {

    /** The first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
