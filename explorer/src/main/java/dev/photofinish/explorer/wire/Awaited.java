package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Stage;
import dev.photofinish.explorer.traffic.Explained;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonDocument;

/** The replies of a link for which somebody waits, by the id of the message that they answer. On the link's event loop. */
final class Awaited {

    /** Drivers count upwards from somewhere; that one of theirs is the same number at the same time is looked at all the same. */
    private static final int FIRST_OF_OUR_OWN = 0x7f000000;

    private final IntObjectMap<Reply> replies = new IntObjectHashMap<>();
    private int own = FIRST_OF_OUR_OWN;

    /** A reply that must not go on as it comes. */
    sealed interface Reply {

        /** Names members. */
        record OfHello() implements Reply {}

        /** @param command what of it is counted */
        record OfPart(Stage.Part part, Explained command) implements Reply {}

        /** Nobody holds it; it is counted. */
        record OfCounted(Explained command) implements Reply {}

        /**
         * To a command of the gate's own: its client never sees it.
         *
         * @param command what of it is counted
         */
        record OfGate(Consumer<Optional<BsonDocument>> asker, Explained command) implements Reply {}
    }

    void add(int requestId, Reply reply) {
        replies.put(requestId, reply);
    }

    /**
     * Adds one to a command of the gate's own.
     *
     * @return the id under which it has to be sent
     */
    int add(Reply.OfGate reply) {
        while (replies.containsKey(own)) {
            own++;
        }
        replies.put(own, reply);
        return own++;
    }

    boolean has(int requestId) {
        return !replies.isEmpty() && replies.containsKey(requestId);
    }

    Optional<Reply> take(int requestId) {
        return Optional.ofNullable(replies.remove(requestId));
    }

    /** The connection has ended: nobody answers the gate's own commands any more. */
    void gateIsNotAnswered() {
        for (Reply reply : replies.values()) {
            if (reply instanceof Reply.OfGate ofGate) {
                ofGate.asker().accept(Optional.empty());
            }
        }
    }

    /** What is counted of the commands whose replies are not here yet. */
    List<Explained> counted() {
        return replies.values().stream()
                .map(reply -> switch (reply) {
                    case Reply.OfHello hello -> Explained.NOTHING;
                    case Reply.OfPart of -> of.command();
                    case Reply.OfCounted of -> of.command();
                    case Reply.OfGate of -> of.command();
                })
                .toList();
    }

    /** The commands with a part whose replies are not here yet. */
    List<Stage.Part> parts() {
        return replies.values().stream()
                .filter(Reply.OfPart.class::isInstance)
                .map(reply -> ((Reply.OfPart) reply).part())
                .toList();
    }
}
