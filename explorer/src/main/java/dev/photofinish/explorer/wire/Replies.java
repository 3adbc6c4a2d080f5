package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Stage;
import dev.photofinish.explorer.wire.protocol.CommandMessage;
import dev.photofinish.explorer.wire.protocol.Header;
import dev.photofinish.explorer.wire.protocol.Hello;
import dev.photofinish.explorer.wire.protocol.MainDocument;
import dev.photofinish.explorer.wire.protocol.MalformedMessage;
import dev.photofinish.explorer.wire.protocol.MessageSplitter;
import dev.photofinish.explorer.wire.protocol.Opcode;
import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** What a server answers, on its way to the client. On the link's event loop. */
final class Replies implements Direction, MessageSplitter.Receiver {

    private final Link link;
    private final Gateway gateway;
    private final Awaited awaited;
    private final MessageSplitter splitter = new MessageSplitter(this);

    /** A reply that is kept back. */
    private @Nullable ByteBuf kept;

    /** What the server has sent after it. */
    private final Deque<ByteBuf> behind = new ArrayDeque<>();

    Replies(Link link, Gateway gateway, Awaited awaited) {
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
        return kept != null || awaited.has(Header.responseTo(head));
    }

    @Override
    public void passes(ByteBuf bytes) {
        link.toClient(bytes);
    }

    @Override
    public void complete(ByteBuf message) throws MalformedMessage {
        if (kept != null) {
            behind.add(message);
            return;
        }
        Optional<Awaited.Reply> reply = awaited.take(Header.responseTo(message));
        if (reply.isEmpty()) {
            link.toClient(message);
            return;
        }
        switch (reply.get()) {
            case Awaited.Reply.OfHello hello -> introduce(message, hello);
            case Awaited.Reply.OfPart of -> {
                gateway.passing().ends(of.command());
                keep(message, of.part());
            }
            case Awaited.Reply.OfCounted of -> {
                gateway.passing().ends(of.command());
                link.toClient(message);
            }
            case Awaited.Reply.OfGate of -> {
                gateway.passing().ends(of.command());
                tell(message, of.asker());
            }
        }
    }

    /** The server introduces itself and its like. A streaming hello has many replies, each of which answers the one before. */
    private void introduce(ByteBuf message, Awaited.Reply.OfHello hello) throws MalformedMessage {
        if (Header.opcode(message) == Opcode.MSG && CommandMessage.read(message).moreToCome()) {
            awaited.add(Header.of(message).requestId(), hello);
        }
        InetSocketAddress reachedAt = (InetSocketAddress) link.client().localAddress();
        MainDocument reply = MainDocument.of(message);
        BsonDocument replacement = Hello.reply(reply.document(), member -> gateway.address(member, reachedAt));
        if (replacement.equals(reply.document())) {
            link.toClient(message);
        } else {
            link.toClient(reply.replaced(message, replacement));
            message.release();
        }
    }

    private static void tell(ByteBuf message, Consumer<Optional<BsonDocument>> asker) throws MalformedMessage {
        try {
            asker.accept(Optional.of(CommandMessage.read(message).document()));
        } finally {
            message.release();
        }
    }

    private void keep(ByteBuf message, Stage.Part part) throws MalformedMessage {
        CommandMessage reply = CommandMessage.read(message);
        kept = message;
        part.replied(new Stage.Reply.Message(reply.document()), () -> link.later(this::deliver));
    }

    private void deliver() {
        ByteBuf message = kept;
        if (message == null) {
            return;
        }
        kept = null;
        link.toClient(message);
        try {
            while (kept == null && !behind.isEmpty()) {
                complete(behind.remove());
            }
        } catch (MalformedMessage e) {
            link.broken(e);
        }
        link.client().flush();
    }

    @Override
    public void ended() {
        link.serverIsGone();
        awaited.parts().forEach(Stage.Part::databaseLeft);
        link.endOutput(link.client());
    }

    @Override
    public void closed() {
        if (link.client().isActive()) {
            link.serverIsGone();
        }
        splitter.close();
        awaited.gateIsNotAnswered();
        awaited.parts().forEach(Stage.Part::databaseLeft);
        if (kept != null) {
            kept.release();
            kept = null;
        }
        behind.forEach(ByteBuf::release);
        behind.clear();
    }
}
