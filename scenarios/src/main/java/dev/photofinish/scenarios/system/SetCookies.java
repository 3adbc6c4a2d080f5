package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cookies of an answer. */
final class SetCookies {

    private SetCookies() {}

    /**
     * The value of a cookie, percent-decoded: whoever sends a CSRF cookie back in a header or a field decodes it first, as
     * browser code does.
     */
    static Optional<String> value(HttpAnswer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                .map(Header::value)
                .map(cookie -> cookie.split(";", 2)[0].strip())
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .reduce((first, last) -> last);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
