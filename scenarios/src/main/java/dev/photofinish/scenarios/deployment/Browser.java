package dev.photofinish.scenarios.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.system.User;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all sessions of one user share, as the tabs of one browser do: the cookies, and what signing in kept (a token, a CSRF
 * value). Safe for any thread.
 */
final class Browser {

    private final User user;
    private final CookieJar cookies;
    private final LiveSecrets secrets;
    /** What of every scope is this user's: {@code user} and what the sign-in kept. */
    private volatile Map<String, JsonNode> own;

    private volatile CookieJar.Contents signedIn = CookieJar.Contents.NONE;

    Browser(User user, Endpoint endpoint, LiveSecrets secrets) {
        this.user = user;
        this.secrets = secrets;
        this.cookies = new CookieJar(endpoint, secrets);
        this.own = Map.of("user", user.attributes());
    }

    User user() {
        return user;
    }

    /** Those of the whole run. */
    LiveSecrets secrets() {
        return secrets;
    }

    CookieJar cookies() {
        return cookies;
    }

    Map<String, JsonNode> own() {
        return own;
    }

    void keep(Map<String, JsonNode> values) {
        Map<String, JsonNode> all = new LinkedHashMap<>(own);
        all.putAll(values);
        own = Map.copyOf(all);
    }

    /** The user has been let in: what there is now is what every round begins with. */
    void isSignedIn() {
        signedIn = cookies.contents();
    }

    /** Forgets the cookies that came after the sign-in. Those of the sign-in keep their values: a server may have renewed them. */
    void forgetLaterCookies() {
        cookies.retain(signedIn);
    }

    CookieJar.Contents contents() {
        return cookies.contents();
    }

    /** @param was what was there at an earlier time; what was there after the sign-in if that is not known */
    void restore(Map<Browser, CookieJar.Contents> was) {
        cookies.replace(was.getOrDefault(this, signedIn));
    }
}
