package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.step.Command;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * A command on its way through an execution: held as its owner's step, or let pass if it has none. Safe for any thread: what it
 * is and whose it is is set once, before anybody lets it go.
 */
final class Arrival implements Stage.Part, Passage {

    private final Sent sent;
    private final Stage.Door door;
    private final Attribution attribution;
    private volatile Optional<Command> command = Optional.empty();
    private volatile boolean twoSteps;
    private volatile Optional<String> owner = Optional.empty();

    Arrival(Sent sent, Stage.Door door, Attribution attribution) {
        this.sent = sent;
        this.door = door;
        this.attribution = attribution;
    }

    /** @param inTwo whether it is an upsert that is stopped before it inserts */
    void isRead(Command read, boolean inTwo) {
        twoSteps = inTwo;
        command = Optional.of(read);
    }

    void belongsTo(String contender) {
        owner = Optional.of(contender);
    }

    boolean isTwoSteps() {
        return twoSteps;
    }

    Command command() {
        return command.orElseThrow();
    }

    BsonDocument sent() {
        return sent.document();
    }

    /** It is nobody's step. */
    void pass() {
        door.proceed();
    }

    @Override
    public void proceed() {
        owner.ifPresentOrElse(contender -> attribution.sends(contender, this, door), door::proceed);
    }

    /** What is left of an upsert that was stopped: it is in the database, and cannot be called back. */
    Passage insert() {
        String contender = owner.orElseThrow();
        return new Passage() {
            @Override
            public void proceed() {
                attribution.inserts(contender, door.sentFrom());
            }

            @Override
            public void drop() {
                door.drop();
            }
        };
    }

    @Override
    public void drop() {
        door.drop();
    }

    @Override
    public void replied(Stage.Reply reply, Runnable delivery) {
        if (owner.isEmpty()) {
            delivery.run();
            return;
        }
        switch (reply) {
            case Stage.Reply.NotWanted none -> attribution.repliesToNobody(owner.get());
            case Stage.Reply.Message is -> attribution.replied(owner.get(), this, is.document(), delivery);
        }
    }

    @Override
    public void clientLeft() {
        owner.ifPresent(contender -> attribution.lost(
                contender,
                "The application closed the connection on which it was waiting for the answer to %s of %s: it gave up. What had not been sent to the database is never sent."
                        .formatted(command().text(), contender)));
    }

    @Override
    public void databaseLeft() {
        owner.ifPresent(contender -> attribution.lost(
                contender,
                "The database closed the connection in the middle of %s of %s."
                        .formatted(command().text(), contender)));
    }
}
