package dev.photofinish.explorer.driver;

import com.mongodb.MongoCommandException;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Replies;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Holds the thread that sends a command: the driver calls a listener on it, with a connection checked out, before the command is
 * sent and after it has been answered. Commands of threads without a seat pass, and are noticed. The driver swallows what a listener throws, and
 * takes back the memory in which it shows a command, so that is copied.
 */
final class HoldingListener implements CommandListener {

    private final CommandReader reader;
    private final Replies replies;
    private final Passers passers;

    HoldingListener(CommandReader reader, Replies replies, Passers passers) {
        this.reader = reader;
        this.replies = replies;
        this.passers = passers;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (!CommandReader.isHousekeeping(command)) {
            Seat.ofThisThread()
                    .ifPresentOrElse(
                            seat -> hold(seat, event.getDatabaseName(), command.clone()),
                            () -> passers.passes(inShort(command)));
        }
    }

    private static String inShort(BsonDocument command) {
        String name = command.getFirstKey();
        BsonValue on = command.get(name);
        return on != null && on.isString() ? name + " " + on.asString().getValue() : name;
    }

    /** What cannot be read must not pass unseen. */
    private void hold(Seat seat, String database, BsonDocument command) {
        try {
            seat.hold(reader.read(database, command), command);
        } catch (RuntimeException unreadable) {
            seat.lost("A command could not be read at the gate, and so was not held: " + unreadable);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        Seat.ofThisThread().ifPresent(seat -> answer(seat, event.getResponse()));
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        Seat.ofThisThread().ifPresent(seat -> {
            if (event.getThrowable() instanceof MongoCommandException refused) {
                answer(seat, refused.getResponse());
            } else {
                seat.answered(new Answer(Answer.Effect.UNKNOWN, "no answer: " + event.getThrowable()));
            }
        });
    }

    private void answer(Seat seat, BsonDocument reply) {
        seat.underWay().ifPresent(command -> {
            Answer answer = replies.answer(command, reply);
            if (Replies.invitesToRetryTransaction(reply)) {
                seat.conflicted(answer);
            } else {
                seat.answered(answer);
            }
        });
    }
}
