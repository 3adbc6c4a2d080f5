package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.mongo.ManyWrites;
import dev.photofinish.explorer.mongo.Upsert;
import dev.photofinish.explorer.step.Command;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * Brings contenders' commands into the database, in as many steps as others can get in between: an upsert that finds nothing is
 * {@linkplain Halfway two}, a command of several writes is {@linkplain WriteByWrite one for each}, all others are one.
 *
 * <p>One an execution; any thread may call.
 */
final class Stepwise {

    private static final Answer FOUND_NOTHING = new Answer(Answer.Effect.READ, "nothing; about to insert");

    private final Script script;
    private final Gatekeeper gatekeeper;
    private final UnderWay underWay;
    private final Halfway halfway;

    Stepwise(Script script, Gatekeeper gatekeeper, UnderWay underWay, Halfway halfway) {
        this.script = script;
        this.gatekeeper = gatekeeper;
        this.underWay = underWay;
        this.halfway = halfway;
    }

    /** What a command is made of. */
    Arrival.Steps of(Command command, BsonDocument sent) {
        if (halfway.splits(command, sent)) {
            return new Arrival.Steps.LookAndInsert();
        }
        Optional<ManyWrites> many =
                ManyWrites.in(command, sent).filter(writes -> !writes.mayInsertInsteadOfMany() || isStopped(writes));
        return many.<Arrival.Steps>map(Arrival.Steps.Several::new).orElseGet(Arrival.Steps.One::new);
    }

    private boolean isStopped(ManyWrites upsert) {
        return halfway.isThere() && upsert.size() == 1;
    }

    /** A contender's command is let go. */
    void send(String contender, Arrival arrival, Stage.Door door) {
        switch (arrival.steps()) {
            case Arrival.Steps.One one ->
                send(
                        contender,
                        all(
                                arrival,
                                door,
                                Halfway.isAnswered(arrival.sent()) ? Halfway.Kind.ONE_STEP : Halfway.Kind.UNANSWERED),
                        door);
            case Arrival.Steps.LookAndInsert two -> send(contender, all(arrival, door, Halfway.Kind.TWO_STEPS), door);
            case Arrival.Steps.Several many -> new WriteByWrite(this, contender, arrival, door, many.writes()).begin();
        }
    }

    private static Halfway.Going all(Arrival arrival, Stage.Door door, Halfway.Kind kind) {
        return new Halfway.Going(arrival.command(), kind, door.sentFrom(), door::proceed);
    }

    /** It, or a part of it, goes to the database. */
    void send(String contender, Halfway.Going going, Stage.Door door) {
        halfway.send(contender, going, insert -> stands(contender, FOUND_NOTHING, insert, inserting(contender, door)));
    }

    /** What is left of an upsert that was stopped: it is in the database, and cannot be called back. */
    private Passage inserting(String contender, Stage.Door door) {
        return new Passage() {
            @Override
            public void proceed() {
                underWay.begins(contender, door.sentFrom());
                halfway.inserts(contender);
            }

            @Override
            public void drop() {
                door.drop();
            }
        };
    }

    /** Of a part: whether it is two steps. */
    Halfway.Kind kind(Command part, BsonDocument document) {
        return halfway.splits(part, document) ? Halfway.Kind.TWO_STEPS : Halfway.Kind.ONE_STEP;
    }

    /** Of a part: what is held of it first. */
    Command looking(Command part, BsonDocument document) {
        return halfway.splits(part, document) ? Upsert.look(part) : part;
    }

    /** A contender's command has come to the end of a step, and stands before its next one. */
    void stands(String contender, Answer soFar, Command next, Passage passage) {
        underWay.ends(contender);
        gatekeeper.replied(contender, soFar, new Delivery(() -> gatekeeper.arrived(contender, next, passage)));
    }

    /** It is let go on. */
    void goesOn(String contender, Stage.Door door) {
        underWay.begins(contender, door.sentFrom());
    }

    /**
     * The answer to a contender's command, or to a part of it, has come.
     *
     * @param answer gives it on, once it may be known
     */
    void answered(String contender, Runnable answer) {
        halfway.answered(contender, answer);
    }

    Script script() {
        return script;
    }

    /** Nothing is held any more. */
    void end() {
        halfway.end();
    }
}
