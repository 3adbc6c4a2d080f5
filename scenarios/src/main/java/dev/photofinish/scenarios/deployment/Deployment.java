package dev.photofinish.scenarios.deployment;

import dev.photofinish.scenarios.http.Connection;
import dev.photofinish.scenarios.http.Connections;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.system.User;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A running system under test at one address. Sessions are made by {@link #signIn}; those for the steps around a contest
 * are shared by {@link #sessionOf} and kept for the whole run, so that sign-in, which is slow on purpose, happens once a
 * user. Safe for any thread; a session is for one thread at a time.
 */
public final class Deployment implements AutoCloseable {

    private final SystemFile system;
    private final Endpoint endpoint;
    private final Connections connections;
    private final Map<User, Session> shared = new ConcurrentHashMap<>();

    private Deployment(SystemFile system, Endpoint endpoint, Connections connections) {
        this.system = system;
        this.endpoint = endpoint;
        this.connections = connections;
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

    /** All connections of this deployment, which release requests together. */
    public Connections connections() {
        return connections;
    }

    /**
     * Signs the user in on a connection of its own, which is warm afterwards even where signing in needs no request.
     *
     * @throws NoAnswerException if the deployment does not answer
     * @throws CannotSignIn if it answers no
     */
    public Session signIn(User user) throws NoAnswerException {
        Connection connection = connections.connection();
        connection.open();
        return Session.signIn(system, endpoint, user, connection);
    }

    /**
     * The session of the role's first user, signed in when it is first asked for.
     *
     * @throws NoAnswerException if the deployment does not answer
     * @throws CannotSignIn if it answers no
     */
    public Session sessionOf(String role) throws NoAnswerException {
        User user = system.user(role, 0);
        Session session = shared.get(user);
        if (session == null) {
            session = signIn(user);
            shared.put(user, session);
        }
        return session;
    }

    @Override
    public void close() {
        connections.close();
    }
}
