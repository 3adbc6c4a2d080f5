package dev.photofinish.explorer.attribution;

import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonDocument;

/** Somebody at the door. */
final class Knock implements Stage.Door {

    private final Runnable answered;
    private Optional<Stage.Part> part = Optional.empty();
    private boolean proceeded;

    /** @param answered what is done when it is */
    Knock(Runnable answered) {
        this.answered = answered;
    }

    /** Where what becomes of it matters to somebody. */
    void isTakenAs(Optional<Stage.Part> taken) {
        part = Optional.of(taken.orElseThrow());
    }

    boolean hasProceeded() {
        return proceeded;
    }

    @Override
    public void ask(BsonDocument command, Consumer<Optional<BsonDocument>> reply) {
        reply.accept(Optional.empty());
    }

    @Override
    public void answer(BsonDocument reply) {
        throw new IllegalStateException("nothing here is carried out in parts");
    }

    @Override
    public void proceed() {
        proceeded = true;
        part.ifPresent(is -> is.replied(new Stage.Reply.Message(BsonDocument.parse("{ok: 1, n: 1}")), answered));
    }

    @Override
    public void drop() {}

    @Override
    public String sentFrom() {
        return "127.0.0.1:1";
    }
}
