package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.step.Command;
import org.bson.BsonDocument;

/**
 * A contender's commands on their way into the database and back, from where the gatekeeper lets one go to where its reply is given on,
 * and what replies leave behind: cursors and open transactions.
 *
 * <p>Any thread may call, mostly the event loops. It has no state but in its parts, each safe for any thread by itself; the lock of the
 * {@link Attribution} is taken only to tell it that a contender goes on, stands or is lost.
 */
final class Crossing {

    private final Attribution attribution;
    private final Script script;
    private final Gatekeeper gatekeeper;
    private final UnderWay underWay;
    private final Stepwise stepwise;
    private final Transactions transactions = new Transactions();
    private final Cursors cursors = new Cursors();
    private final Calm calm = new Calm();

    Crossing(Attribution attribution, Script script, Gatekeeper gatekeeper, UnderWay underWay, Halfway halfway) {
        this.attribution = attribution;
        this.script = script;
        this.gatekeeper = gatekeeper;
        this.underWay = underWay;
        this.stepwise = new Stepwise(script, gatekeeper, underWay, halfway);
    }

    Transactions transactions() {
        return transactions;
    }

    Cursors cursors() {
        return cursors;
    }

    Calm calm() {
        return calm;
    }

    /** What a command is made of. */
    Arrival.Steps steps(Command command, BsonDocument sent) {
        return stepwise.of(command, sent);
    }

    void sends(String contender, Arrival arrival, Stage.Door door) {
        calm.begins();
        underWay.begins(contender, door.sentFrom());
        // who sends several commands at once has settled by falling silent, which nothing here has been told
        attribution.settled(gatekeeper.situation());
        stepwise.send(contender, arrival, door);
    }

    /** A command that wanted no answer has been carried out. Its contender has never stopped running. */
    void repliesToNobody(String contender) {
        calm.ends();
        underWay.ends(contender);
        gatekeeper.replied(contender, Script.NO_ANSWER_WANTED, new Delivery(() -> attribution.mayBeOver(contender)));
    }

    /** Whosever it is. */
    void answered(Arrival to, BsonDocument reply) {
        script.answered(to.sent(), reply);
    }

    void replied(String contender, Arrival to, BsonDocument reply, Runnable delivery) {
        stepwise.answered(contender, () -> isAnswered(contender, to, reply, delivery));
    }

    private void isAnswered(String contender, Arrival to, BsonDocument reply, Runnable delivery) {
        calm.ends();
        underWay.ends(contender);
        if (script.endsTransaction(to.command(), reply)) {
            transactions.ended(to.sent());
        }
        cursors.answered(contender, reply);
        Answer answer = to.lastAnswer().orElseGet(() -> script.answer(to.command(), reply));
        Delivery resumes = new Delivery(() -> {
            attribution.resumes(contender);
            delivery.run();
        });
        if (script.invitesToRetry(reply)) {
            gatekeeper.conflicted(contender, answer, resumes);
        } else {
            gatekeeper.replied(contender, answer, resumes);
        }
    }

    /** A contender's command that still waited will never be sent. */
    void isDropped(String contender, String why) {
        attribution.lost(contender, why);
    }

    /** A contender's command that was sent will have no answer any more. */
    void isGone(String contender, String why) {
        calm.ends();
        attribution.lost(contender, why);
    }

    /** Nothing is held any more. */
    void end() {
        stepwise.end();
    }
}
