package dev.photofinish.scenarios.deployment;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** One user's cookies, kept and sent by the rules of {@link CookieManager}. Safe for any thread. */
final class CookieJar {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Endpoint endpoint;
    private final LiveSecrets secrets;

    /** @param secrets is told of every value that comes into the jar */
    CookieJar(Endpoint endpoint, LiveSecrets secrets) {
        this.endpoint = endpoint;
        this.secrets = secrets;
    }

    /** The Cookie header for a request to the target: one with all of them (RFC 6265, 5.4), or none. */
    synchronized List<Header> headersFor(String target) {
        try {
            return cookies.get(uri(target), Map.of()).entrySet().stream()
                    .filter(header -> !header.getValue().isEmpty())
                    .map(header -> new Header(header.getKey(), String.join("; ", header.getValue())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void keep(String target, HttpAnswer answer) {
        List<String> set = answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                .map(Header::value)
                .toList();
        set.forEach(this::learn);
        try {
            cookies.put(uri(target), Map.of("Set-Cookie", set));
            // java.net takes a cookie with Max-Age for one of RFC 2965 and would send it as $Version="1"; name="value"
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair.length == 2) {
            secrets.learnCookie(pair[0].strip(), pair[1].strip());
        }
    }

    /** What is in it now. */
    synchronized Contents contents() {
        return new Contents(cookies.getCookieStore().getCookies().stream()
                .map(CookieJar::copy)
                .toList());
    }

    /** Puts back what was in it at another time. */
    synchronized void replace(Contents was) {
        CookieStore store = cookies.getCookieStore();
        store.removeAll();
        was.cookies().forEach(cookie -> store.add(uri("/"), copy(cookie)));
    }

    /** Throws away those that were not there at another time, whatever their values then. */
    synchronized void retain(Contents was) {
        CookieStore store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> !was.cookies().contains(cookie))
                .toList()
                .forEach(cookie -> store.remove(uri("/"), cookie));
    }

    /** The store hands out what it holds, and a cookie can be changed. */
    private static HttpCookie copy(HttpCookie cookie) {
        return (HttpCookie) cookie.clone();
    }

    /** The cookies of a jar at some time. Two of one name, domain and path are equal, whatever their values. */
    record Contents(List<HttpCookie> cookies) {
        static final Contents NONE = new Contents(List.of());

        Contents {
            cookies = List.copyOf(cookies);
        }
    }

    /** The path is what cookies look at; a query may hold characters that a URI must not. */
    private URI uri(String target) {
        return URI.create(endpoint + target.replaceFirst("[?#].*", ""));
    }
}
