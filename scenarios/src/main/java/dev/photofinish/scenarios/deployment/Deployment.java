package dev.photofinish.scenarios.deployment;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.scenarios.http.Connection;
import dev.photofinish.scenarios.http.Connections;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.system.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running system under test at one address. Every user signs in once, however many {@linkplain #session sessions} there are:
 * sign-in is slow on purpose, and many an application ends a user's session when the same user signs in again. Those for the
 * steps around a contest are shared by {@link #sessionOf} and kept for the whole run. Safe for any thread; a session is for one
 * thread at a time.
 */
public final class Deployment implements AutoCloseable {

    private final SystemFile system;
    private final Endpoint endpoint;
    private final Connections connections;
    private final LiveSecrets secrets;
    private final Map<User, Session> shared = new HashMap<>();
    private final Map<User, Browser> browsers = new HashMap<>();
    private final List<Browser> apart = new ArrayList<>();

    private Deployment(SystemFile system, Endpoint endpoint, Connections connections) {
        this.system = system;
        this.endpoint = endpoint;
        this.connections = connections;
        this.secrets = LiveSecrets.of(system.secrets().values());
        system.passwords().forEach(secrets::learnPassword);
    }

    /**
     * Prepares for sessions; nothing is sent yet.
     *
     * @throws NoAnswerException if the endpoint's trusted certificates cannot be read
     */
    public static Deployment at(Endpoint endpoint, SystemFile system) throws NoAnswerException {
        return new Deployment(system, endpoint, Connections.to(endpoint));
    }

    public SystemFile system() {
        return system;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** What must not be shown of it, as far as that is known by now: what users sign in with, and what they have been given since. */
    public LiveSecrets secrets() {
        return secrets;
    }

    /** All connections of this deployment, which release requests together. */
    public Connections connections() {
        return connections;
    }

    /**
     * A session of the user on a connection of its own, which is warm afterwards. The first one of a user signs in; all share
     * cookies and what the sign-in kept, as the tabs of a browser do.
     *
     * @throws NoAnswerException if the deployment does not answer
     * @throws CannotSignIn if it answers no
     */
    public synchronized Session session(User user) throws NoAnswerException {
        Connection connection = warm();
        Browser known = browsers.get(user);
        if (known != null) {
            return new Session(system, known, connection);
        }
        Browser browser = new Browser(user, endpoint, secrets);
        Session session = Session.signIn(system, browser, connection);
        browsers.put(user, browser);
        return session;
    }

    /**
     * A session that shares nothing: the same user on another machine.
     *
     * @throws NoAnswerException if the deployment does not answer
     * @throws CannotSignIn if it answers no
     */
    public synchronized Session ownSession(User user) throws NoAnswerException {
        Browser browser = new Browser(user, endpoint, secrets);
        Session session = Session.signIn(system, browser, warm());
        apart.add(browser);
        return session;
    }

    /**
     * The session of the role's first user, begun when it is first asked for.
     *
     * @throws NoAnswerException if the deployment does not answer
     * @throws CannotSignIn if it answers no
     */
    public synchronized Session sessionOf(String role) throws NoAnswerException {
        User user = system.user(role, 0);
        Session known = shared.get(user);
        if (known != null) {
            return known;
        }
        Session session = session(user);
        shared.put(user, session);
        return session;
    }

    /** Everybody's cookies now. */
    public synchronized Cookies cookies() {
        return new Cookies(everybody().collect(Collectors.toMap(Function.identity(), Browser::contents)));
    }

    /** Everybody has the cookies again that there were then; who has signed in since, those of the sign-in. */
    public synchronized void restore(Cookies was) {
        everybody().forEach(browser -> browser.restore(was.byBrowser()));
    }

    /** Everybody forgets the cookies that came after the sign-in; those of the sign-in keep the values that they have now. */
    public synchronized void forgetLaterCookies() {
        everybody().forEach(Browser::forgetLaterCookies);
    }

    private Stream<Browser> everybody() {
        return Stream.concat(browsers.values().stream(), apart.stream());
    }

    private Connection warm() throws NoAnswerException {
        Connection connection = connections.connection();
        connection.open();
        return connection;
    }

    @Override
    public void close() {
        connections.close();
    }
}
