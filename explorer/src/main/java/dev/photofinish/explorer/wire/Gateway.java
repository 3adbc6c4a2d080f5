package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Stage;
import dev.photofinish.explorer.traffic.Passing;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What all links of a gate share. Safe for any thread. */
final class Gateway {

    private final Members members = new Members();
    private final Consumer<String> newcomers;
    private final Passing passing;
    private final AtomicLong connections = new AtomicLong();
    private final Set<Link> senders = ConcurrentHashMap.newKeySet();
    private volatile Stage stage = Stage.OPEN;

    /**
     * @param newcomers told of members that no port stands before, again and again until one does; on event loops
     * @param passing told of what comes through
     */
    Gateway(Consumer<String> newcomers, Passing passing) {
        this.passing = passing;
        this.newcomers = newcomers;
    }

    Members members() {
        return members;
    }

    /** What comes through, counted. */
    Passing passing() {
        return passing;
    }

    Stage stage() {
        return stage;
    }

    void stage(Stage next) {
        stage = next;
    }

    /** A contender's command has come on the connection. */
    void sends(Link link) {
        senders.add(link);
    }

    void ended(Link link) {
        senders.remove(link);
    }

    /** How many open connections there are on which contenders' commands have come. */
    int senders() {
        return senders.size();
    }

    void connected() {
        connections.incrementAndGet();
    }

    /** How many of the application's connections there have been. */
    long connections() {
        return connections.get();
    }

    /** What a client that has reached the gate there has to call a member; empty as long as no port stands before it. */
    Optional<String> address(String member, InetSocketAddress reachedAt) {
        Optional<String> address = members.address(member, reachedAt);
        if (address.isEmpty()) {
            newcomers.accept(member);
        }
        return address;
    }
}
