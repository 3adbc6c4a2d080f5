package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Stage;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.util.List;
import java.util.Optional;

/** The replies of a link for which somebody waits, by the id of the message that they answer. On the link's event loop. */
final class Awaited {

    private final IntObjectMap<Reply> replies = new IntObjectHashMap<>();

    /** A reply that must not go on as it comes. */
    sealed interface Reply {

        /** Names members. */
        record OfHello() implements Reply {}

        record OfPart(Stage.Part part) implements Reply {}
    }

    void add(int requestId, Reply reply) {
        replies.put(requestId, reply);
    }

    boolean has(int requestId) {
        return !replies.isEmpty() && replies.containsKey(requestId);
    }

    Optional<Reply> take(int requestId) {
        return Optional.ofNullable(replies.remove(requestId));
    }

    /** The commands with a part whose replies are not here yet. */
    List<Stage.Part> parts() {
        return replies.values().stream()
                .filter(Reply.OfPart.class::isInstance)
                .map(reply -> ((Reply.OfPart) reply).part())
                .toList();
    }
}
