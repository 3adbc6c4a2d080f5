package dev.photofinish.explorer.attribution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** On which connection each contender's command is under way in the database. Safe for any thread. */
public final class UnderWay {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    void begins(String contender, String sentFrom) {
        addresses.put(contender, sentFrom);
    }

    void ends(String contender) {
        addresses.remove(contender);
    }

    /** The gate's own end of the connection. */
    public Optional<String> of(String contender) {
        return Optional.ofNullable(addresses.get(contender));
    }
}
