package dev.photofinish.explorer.attribution;

import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonDocument;

/** Where commands may have to wait. Called on event loops, so nothing here blocks. */
public interface Stage {

    /** Nobody waits, and nobody looks. */
    Stage OPEN = new Stage() {
        @Override
        public boolean looks() {
            return false;
        }

        @Override
        public Optional<Part> arrived(Sent command, Door door) {
            return Optional.empty();
        }
    };

    /** Whether commands have to be shown. */
    boolean looks();

    /**
     * A command has come.
     *
     * @param door used only if it has a part
     * @return empty if it goes on at once
     */
    Optional<Part> arrived(Sent command, Door door);

    /** A command that waits. Any thread may call; it proceeds, is answered or is dropped once. */
    interface Door {

        /** Sends it on. */
        void proceed();

        /**
         * Sends another command on the same connection, while this one waits.
         *
         * @param reply told what came of it, on the event loop: nothing if the connection ends before. May never be told if this
         *     command does not wait any more
         */
        void ask(BsonDocument command, Consumer<Optional<BsonDocument>> reply);

        /** Never sends it: this is its reply, as if the database had given it. */
        void answer(BsonDocument reply);

        /** Never sends it, and ends its client's connection. */
        void drop();

        /** The gate's own end of the connection to the member, as the member sees it: {@code host:port}. */
        String sentFrom();
    }

    /** A command that plays a part: what has become of it. Called on its event loop. */
    interface Part {

        /**
         * Its reply is here.
         *
         * @param delivery gives it to the client; any thread may call it, once
         */
        void replied(Reply reply, Runnable delivery);

        /** Its client has gone, before its reply came. A command that still waited is not sent. */
        void clientLeft();

        /** The database has gone, before its reply came. */
        void databaseLeft();
    }

    /** What came of a command. */
    sealed interface Reply {

        record Message(BsonDocument document) implements Reply {}

        /** The client wanted none. */
        record NotWanted() implements Reply {}
    }
}
