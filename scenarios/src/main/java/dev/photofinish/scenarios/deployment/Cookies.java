package dev.photofinish.scenarios.deployment;

import java.util.Map;

/** The cookies of all users of a {@link Deployment} at some time, to be {@linkplain Deployment#restore restored}. */
public final class Cookies {

    /** None: what there is after everybody has signed in. */
    public static final Cookies OF_SIGN_IN = new Cookies(Map.of());

    private final Map<Browser, CookieJar.Contents> byBrowser;

    Cookies(Map<Browser, CookieJar.Contents> byBrowser) {
        this.byBrowser = Map.copyOf(byBrowser);
    }

    Map<Browser, CookieJar.Contents> byBrowser() {
        return byBrowser;
    }
}
