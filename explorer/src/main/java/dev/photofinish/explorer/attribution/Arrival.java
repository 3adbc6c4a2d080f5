package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.mongo.ManyWrites;
import dev.photofinish.explorer.mongo.Upsert;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;

/**
 * A command on its way through an execution.
 *
 * <pre>
 *   Came ─▶ Read ─▶ Owned (held, as its owner's step) ─▶ Sent ─▶ Answered
 *             │                    └──────────┬────────────┘
 *             └─▶ nobody's: it passes         └─▶ Gone: nobody will be answered
 * </pre>
 *
 * Safe for any thread: it is guarded by itself, and calls nobody meanwhile.
 */
final class Arrival implements Stage.Part, Passage {

    private final Sent sent;
    private final Stage.Door door;
    private final Crossing crossing;
    private volatile Optional<Command> whole = Optional.empty();
    private volatile Steps steps = new Steps.One();
    private volatile Optional<Answer> lastAnswer = Optional.empty();
    private final LongSupplier clock;
    private final long cameNanos;
    private State state = new State.Came();
    private Optional<Long> letGoNanos = Optional.empty();
    private boolean abandoned;

    /** What it is made of. */
    sealed interface Steps {

        record One() implements Steps {}

        /** A look, and an insert if nothing is found. */
        record LookAndInsert() implements Steps {}

        /** One write after the other. */
        record Several(ManyWrites writes) implements Steps {}
    }

    /** Where it is. */
    private sealed interface State {

        record Came() implements State {}

        record Read(Command command) implements State {}

        record Owned(Command command, String owner) implements State {}

        record InDatabase(Command command, String owner) implements State {}

        record Answered(Command command) implements State {}

        record Gone(Command command) implements State {}
    }

    /** @param clock nanoseconds since some moment */
    Arrival(Sent sent, Stage.Door door, Crossing crossing, LongSupplier clock) {
        this.sent = sent;
        this.door = door;
        this.crossing = crossing;
        this.clock = clock;
        this.cameNanos = clock.getAsLong();
    }

    /** @param all what the application has sent */
    synchronized void isRead(Command all, Steps madeOf) {
        steps = madeOf;
        whole = Optional.of(all);
        state = new State.Read(
                switch (madeOf) {
                    case Steps.One one -> all;
                    case Steps.LookAndInsert two -> Upsert.look(all);
                    case Steps.Several many -> ManyWrites.first(all);
                });
    }

    synchronized void belongsTo(String contender) {
        state = new State.Owned(command(), contender);
    }

    Steps steps() {
        return steps;
    }

    /** What came of its last step, where that is not the answer to all of it. */
    Optional<Answer> lastAnswer() {
        return lastAnswer;
    }

    void endsWith(Answer answer) {
        lastAnswer = Optional.of(answer);
    }

    /** All that the application has sent. */
    Command whole() {
        return whole.orElseThrow();
    }

    synchronized Command command() {
        return switch (state) {
            case State.Came came -> throw new IllegalStateException("nobody has read " + sent.name() + " yet");
            case State.Read read -> read.command();
            case State.Owned owned -> owned.command();
            case State.InDatabase inDatabase -> inDatabase.command();
            case State.Answered answered -> answered.command();
            case State.Gone gone -> gone.command();
        };
    }

    Sent request() {
        return sent;
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
        Optional<String> owner = isSent();
        owner.ifPresentOrElse(contender -> crossing.sends(contender, this, door), door::proceed);
    }

    /** For how long it has stood at the gate, or did until it was let go. */
    synchronized Duration held() {
        return Duration.ofNanos(letGoNanos.orElseGet(clock::getAsLong) - cameNanos);
    }

    /** The part of that which lies within the time that ends now. */
    synchronized Duration heldWithin(Duration time) {
        long now = clock.getAsLong();
        long until = letGoNanos.orElse(now);
        return Duration.ofNanos(Math.max(0, until - Math.max(cameNanos, now - time.toNanos())));
    }

    /** Whether it is a contender's, and waits to be let go. */
    synchronized boolean isAtTheGate() {
        return state instanceof State.Owned;
    }

    /** Whether whoever has sent it has gone before anybody knew whose it is. */
    synchronized boolean isAbandoned() {
        return abandoned;
    }

    private synchronized Optional<String> isSent() {
        letGoNanos = letGoNanos.or(() -> Optional.of(clock.getAsLong()));
        if (state instanceof State.Owned owned) {
            state = new State.InDatabase(owned.command(), owned.owner());
            return Optional.of(owned.owner());
        }
        return Optional.empty();
    }

    @Override
    public void drop() {
        door.drop();
    }

    @Override
    public void replied(Stage.Reply reply, Runnable delivery) {
        if (reply instanceof Stage.Reply.Message is) {
            crossing.answered(this, is.document());
        }
        Optional<String> owner = isAnswered();
        if (owner.isEmpty()) {
            delivery.run();
            return;
        }
        switch (reply) {
            case Stage.Reply.NotWanted none -> crossing.repliesToNobody(owner.get());
            case Stage.Reply.Message is -> crossing.replied(owner.get(), this, is.document(), delivery);
        }
    }

    private synchronized Optional<String> isAnswered() {
        if (state instanceof State.InDatabase inDatabase) {
            state = new State.Answered(inDatabase.command());
            return Optional.of(inDatabase.owner());
        }
        return Optional.empty();
    }

    @Override
    public void clientLeft() {
        State before = leave();
        switch (before) {
            case State.Owned owned ->
                crossing.isDropped(owned.owner(), Sentences.gaveUp(owned.owner(), owned.command(), held()));
            case State.InDatabase inDatabase ->
                crossing.isGone(
                        inDatabase.owner(),
                        "The application closed the connection on which it was waiting for the answer to %s of %s: it gave up."
                                .formatted(inDatabase.command().text(), inDatabase.owner()));
            case State.Came came -> {}
            case State.Read read -> {}
            case State.Answered answered -> {}
            case State.Gone gone -> {}
        }
    }

    @Override
    public void databaseLeft() {
        State before = leave();
        String why = "The database closed the connection in the middle of %s of %s.";
        switch (before) {
            case State.Owned owned ->
                crossing.isDropped(owned.owner(), why.formatted(owned.command().text(), owned.owner()));
            case State.InDatabase inDatabase ->
                crossing.isGone(
                        inDatabase.owner(), why.formatted(inDatabase.command().text(), inDatabase.owner()));
            case State.Came came -> {}
            case State.Read read -> {}
            case State.Answered answered -> {}
            case State.Gone gone -> {}
        }
    }

    private synchronized State leave() {
        State before = state;
        abandoned |= before instanceof State.Came || before instanceof State.Read;
        letGoNanos = letGoNanos.or(() -> Optional.of(clock.getAsLong()));
        if (before instanceof State.Owned || before instanceof State.InDatabase) {
            state = new State.Gone(command());
        }
        return before;
    }
}
