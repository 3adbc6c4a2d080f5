package dev.photofinish.explorer.driver;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Part;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One contender of one execution, as its own thread sees the gate. Confined to that thread, but for {@link #session()}.
 */
final class Seat {

    /** Where it begins may decide which lock it gets, and so what comes of every step of the others. */
    private static final Command START = new Command(
            "start",
            "start",
            "begins",
            List.of(new Access(Access.EVERYTHING, Mode.WRITE, Keys.UNKNOWN, Grain.ATOMIC)),
            Part.NONE);

    private static final ThreadLocal<Seat> TAKEN = new ThreadLocal<>();

    private final String contender;
    private final Gatekeeper gatekeeper;
    private final Seen seen;
    private @Nullable Command underWay;
    private volatile @Nullable BsonDocument session;

    Seat(String contender, Gatekeeper gatekeeper, Seen seen) {
        this.contender = contender;
        this.gatekeeper = gatekeeper;
        this.seen = seen;
    }

    /** The one of this thread; empty if it is no contender's. */
    static Optional<Seat> ofThisThread() {
        return Optional.ofNullable(TAKEN.get());
    }

    /** Runs code in this thread, whose commands are held for this contender. */
    void run(Runnable code) {
        TAKEN.set(this);
        try {
            code.run();
        } finally {
            TAKEN.remove();
        }
    }

    /** A step of its own, before the contender does anything. */
    void startPoint() {
        stop(START, Optional.empty());
        answered(new Answer(Answer.Effect.CHANGED_NOTHING, "begun"));
    }

    /**
     * Waits before a command until the contender is let go.
     *
     * @param sent the command as it is sent, with the session by which the database knows it
     */
    void hold(Command command, BsonDocument sent) {
        seen.sent(contender, command, sent);
        stop(command, session(sent));
    }

    private static Optional<BsonDocument> session(BsonDocument sent) {
        return Optional.ofNullable(sent.get("lsid"))
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument);
    }

    private void stop(Command command, Optional<BsonDocument> lsid) {
        Turnstile turnstile = new Turnstile();
        underWay = command;
        session = lsid.orElse(null);
        gatekeeper.arrived(contender, command, turnstile);
        turnstile.pass();
    }

    /** Nothing can be said about the contender any more. */
    void lost(String why) {
        gatekeeper.lost(contender, why);
    }

    /** The command that was held and has not been answered. */
    Optional<Command> underWay() {
        return Optional.ofNullable(underWay);
    }

    /** The session of the last command that was held; from any thread. */
    Optional<BsonDocument> session() {
        return Optional.ofNullable(session);
    }

    /** Waits with the reply until the contender may have it. */
    void answered(Answer answer) {
        Command command = underWay;
        if (command == null) {
            return;
        }
        seen.answered(command, answer);
        Turnstile turnstile = new Turnstile();
        underWay = null;
        gatekeeper.replied(contender, answer, turnstile);
        turnstile.pass();
    }

    /** Likewise; the database has aborted the transaction, since another was in its way. */
    void conflicted(Answer answer) {
        Turnstile turnstile = new Turnstile();
        underWay = null;
        gatekeeper.conflicted(contender, answer, turnstile);
        turnstile.pass();
    }
}
