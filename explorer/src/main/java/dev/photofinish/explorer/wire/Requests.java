package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Sent;
import dev.photofinish.explorer.attribution.Stage;
import dev.photofinish.explorer.traffic.Explained;
import dev.photofinish.explorer.wire.protocol.CommandMessage;
import dev.photofinish.explorer.wire.protocol.Header;
import dev.photofinish.explorer.wire.protocol.Hello;
import dev.photofinish.explorer.wire.protocol.MainDocument;
import dev.photofinish.explorer.wire.protocol.MalformedMessage;
import dev.photofinish.explorer.wire.protocol.MessageSplitter;
import dev.photofinish.explorer.wire.protocol.Opcode;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** What a client asks, on its way to the server. On the link's event loop. */
final class Requests implements Direction, MessageSplitter.Receiver {

    /** A client that asks more than this before it has an answer has to wait to be read. */
    private static final int MOST_BEHIND = 1_000;

    private static final BsonDocument PING =
            new BsonDocument("ping", new BsonInt32(1)).append("$db", new BsonString("admin"));

    private final Link link;
    private final Gateway gateway;
    private final Awaited awaited;
    private final MessageSplitter splitter = new MessageSplitter(this);

    private @Nullable Waiting waiting;

    /** What the same client has sent after a command that waits. */
    private final Deque<ByteBuf> behind = new ArrayDeque<>();

    /**
     * Commands that wait, but whose clients do not: they want no answer. The next one on the connection may be somebody else's, and
     * may well be sent before them: with a connection of its own it could have been, too.
     */
    private final Set<Waiting> unanswered = new LinkedHashSet<>();

    Requests(Link link, Gateway gateway, Awaited awaited) {
        this.link = link;
        this.gateway = gateway;
        this.awaited = awaited;
    }

    @Override
    public void accept(ByteBuf segment) throws MalformedMessage {
        splitter.accept(segment);
    }

    @Override
    public boolean wants(ByteBuf head) {
        return Hello.begins(head) || waiting != null || (isLookedAt() && Header.opcode(head) == Opcode.MSG);
    }

    private boolean isLookedAt() {
        return gateway.stage().looks() || gateway.passing().counts();
    }

    @Override
    public void passes(ByteBuf bytes) {
        link.toServer(bytes);
    }

    @Override
    public void complete(ByteBuf message) throws MalformedMessage {
        if (waiting == null) {
            take(message);
            return;
        }
        behind.add(message);
        readOnlyWhatCanBeKept();
    }

    private void readOnlyWhatCanBeKept() {
        boolean full = behind.size() + unanswered.size() > MOST_BEHIND;
        link.client().config().setAutoRead(!full && link.server().isWritable());
    }

    private void take(ByteBuf message) throws MalformedMessage {
        if (Hello.begins(message)) {
            greet(message);
        } else if (Header.opcode(message) == Opcode.MSG && isLookedAt()) {
            show(message);
        } else {
            link.toServer(message);
        }
    }

    /** The client introduces itself. */
    private void greet(ByteBuf message) throws MalformedMessage {
        awaited.add(Header.of(message).requestId(), new Awaited.Reply.OfHello());
        MainDocument hello = MainDocument.of(message);
        BsonDocument replacement = Hello.request(hello.document());
        if (replacement.equals(hello.document())) {
            link.toServer(message);
        } else {
            link.toServer(hello.replaced(message, replacement));
            message.release();
        }
    }

    private void show(ByteBuf message) throws MalformedMessage {
        CommandMessage command = CommandMessage.read(message);
        Waiting arrival = new Waiting(message, command);
        Optional<Stage.Part> part = gateway.stage().looks()
                ? gateway.stage().arrived(new Sent(command.database(), command.document()), arrival)
                : Optional.empty();
        if (part.isPresent()) {
            arrival.part = part.get();
            gateway.sends(link);
            keep(arrival);
        } else {
            count(command);
            link.toServer(message);
        }
    }

    private static Explained explained(CommandMessage command) {
        Explained once = Explained.by(command.database(), command.document());
        return command.exhausts() ? once.anyNumberOfTimes() : once;
    }

    private void count(CommandMessage command) {
        Explained counted = explained(command);
        if (!counted.isNothing() && !command.moreToCome()) {
            gateway.passing().begins(counted);
            awaited.add(command.header().requestId(), new Awaited.Reply.OfCounted(counted));
        }
    }

    private void keep(Waiting arrival) {
        if (arrival.wantsNoAnswer()) {
            unanswered.add(arrival);
            readOnlyWhatCanBeKept();
        } else {
            waiting = arrival;
        }
    }

    @Override
    public void ended() {
        if (waiting == null && unanswered.isEmpty()) {
            awaited.parts().forEach(Stage.Part::clientLeft);
            link.endOutput(link.server());
        } else {
            // whoever asked has given up: nobody else closes a connection before its answer
            link.close();
        }
    }

    @Override
    public void closed() {
        splitter.close();
        gateway.ended(link);
        awaited.counted().forEach(gateway.passing()::ends);
        awaited.gateIsNotAnswered();
        awaited.parts().forEach(Stage.Part::clientLeft);
        if (waiting != null) {
            waiting.leave();
        }
        List.copyOf(unanswered).forEach(Waiting::leave);
        behind.forEach(ByteBuf::release);
        behind.clear();
    }

    /** A command that waits for its passage. */
    private final class Waiting implements Stage.Door {

        private final ByteBuf message;
        private final CommandMessage command;
        private Stage.@Nullable Part part;

        Waiting(ByteBuf message, CommandMessage command) {
            this.message = message;
            this.command = command;
        }

        @Override
        public void proceed() {
            link.later(this::send);
        }

        @Override
        public void drop() {
            link.later(() -> {
                if (waits()) {
                    link.close();
                }
            });
        }

        @Override
        public void ask(BsonDocument question, Consumer<Optional<BsonDocument>> reply) {
            link.later(() -> {
                if (waits() && link.server().isActive()) {
                    Explained counted = Explained.by(command.database(), question);
                    gateway.passing().begins(counted);
                    int id = awaited.add(new Awaited.Reply.OfGate(reply, counted));
                    link.toServer(CommandMessage.write(link.server().alloc(), id, 0, question));
                    link.server().flush();
                } else {
                    reply.accept(Optional.empty());
                }
            });
        }

        @Override
        public void answer(BsonDocument reply) {
            link.later(() -> {
                if (waits() && part != null) {
                    waitsNoMore();
                    message.release();
                    part.replied(new Stage.Reply.Message(reply), () -> link.later(() -> deliver(reply)));
                }
            });
        }

        private void deliver(BsonDocument reply) {
            int answered = command.header().requestId();
            link.toClient(CommandMessage.write(link.client().alloc(), answered, answered, reply));
            link.client().flush();
            catchUp();
        }

        @Override
        public String sentFrom() {
            return link.sentFrom();
        }

        boolean wantsNoAnswer() {
            return command.moreToCome();
        }

        private boolean waits() {
            return waiting == this || unanswered.contains(this);
        }

        private void waitsNoMore() {
            unanswered.remove(this);
            if (waiting == this) {
                waiting = null;
            }
        }

        private void send() {
            if (!waits() || part == null) {
                return;
            }
            waitsNoMore();
            Explained counted = explained(command);
            gateway.passing().begins(counted);
            if (wantsNoAnswer()) {
                link.toServer(message);
                awaitItsEnd(part, counted);
            } else {
                awaited.add(command.header().requestId(), new Awaited.Reply.OfPart(part, counted));
                link.toServer(message);
            }
            link.server().flush();
            catchUp();
        }

        /**
         * Nobody is told when it has been carried out, and until then others on other connections do not see it. A server takes what
         * comes on one connection one after the other: when it answers the next command, it has done this one.
         */
        private void awaitItsEnd(Stage.Part its, Explained counted) {
            var asked = new Awaited.Reply.OfGate(
                    pong -> {
                        if (pong.isEmpty() && link.serverGone()) {
                            its.databaseLeft();
                        } else {
                            its.replied(new Stage.Reply.NotWanted(), () -> {});
                        }
                    },
                    counted);
            link.toServer(CommandMessage.write(link.server().alloc(), awaited.add(asked), 0, PING));
        }

        private void catchUp() {
            try {
                while (waiting == null && !behind.isEmpty()) {
                    take(behind.remove());
                }
                link.server().flush();
                readOnlyWhatCanBeKept();
            } catch (MalformedMessage e) {
                link.broken(e);
            }
        }

        /** One of the two is gone: nobody wants an answer, or nobody gives one, so the command is never sent. */
        private void leave() {
            waitsNoMore();
            message.release();
            if (part == null) {
                return;
            }
            if (link.serverGone()) {
                part.databaseLeft();
            } else {
                part.clientLeft();
            }
        }
    }
}
