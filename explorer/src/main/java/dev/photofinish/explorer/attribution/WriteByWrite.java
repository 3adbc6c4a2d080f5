package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.mongo.Fields;
import dev.photofinish.explorer.mongo.JoinedReply;
import dev.photofinish.explorer.mongo.ManyWrites;
import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Carries out one command of several writes as the server does, one after the other, and stops between two of them. The writes are
 * sent on the command's own connection; where it is about many documents, a cursor there goes from one to the next, which sees
 * what others have changed meanwhile as the server's own search does. Of up to four writes each is a step; of more the first, the
 * last and all between; of very many, and of one, the command goes to the database as it is.
 *
 * <pre>
 *   let go ─▶ how many? ─┬─▶ write, look for the next ─▶ held ─▶ write, look for the next ─▶ … ─▶ none left: answered
 *                        └─▶ as it is
 * </pre>
 *
 * One step runs on one virtual thread, and its end happens before the next one's begin: the gatekeeper's lock lies between. If the
 * connection ends, so does it.
 */
final class WriteByWrite {

    /** So many writes are steps of their own: two commands of four have 70 orders. */
    private static final int MOST_STEPS = 4;

    /** More than this and it takes too long, however they are grouped. */
    private static final int MOST_WRITES = 200;

    private static final String NOTE =
            "Updates and deletes of many documents, and commands of several writes, were carried out one write at a"
                    + " time, as the server does it, so that others could come in between.";

    private final Stepwise stepwise;
    private final String contender;
    private final Arrival arrival;
    private final Stage.Door door;
    private final ManyWrites writes;
    private final JoinedReply sum = new JoinedReply();
    private final String database;
    private int all;
    private int made;
    private int statement;
    /** The document that a statement about many has found; empty before it has looked, and of any other. */
    private Optional<BsonValue> found = Optional.empty();

    private long cursor;

    WriteByWrite(Stepwise stepwise, String contender, Arrival arrival, Stage.Door door, ManyWrites writes) {
        this.stepwise = stepwise;
        this.contender = contender;
        this.arrival = arrival;
        this.door = door;
        this.writes = writes;
        this.database = Fields.text(arrival.sent(), "$db").orElse("");
    }

    /** Its first step is let go. */
    void begin() {
        onItsThread(this::first);
    }

    private void onItsThread(Runnable step) {
        var unused = Thread.ofVirtual().name("photofinish-write-by-write").start(() -> {
            try {
                step.run();
            } catch (ConnectionEnded end) {
                // Who had sent the command is told by the connection itself.
            }
        });
    }

    private void first() {
        Optional<Integer> count = count();
        if (count.isEmpty() || count.get() > MOST_WRITES) {
            Answer many = new Answer(Answer.Effect.READ, "too many documents to tell them apart; about to write");
            stands(many, several(arrival.whole(), "all of ", Grain.PIECEMEAL), this::asItIs);
            return;
        }
        all = count.get();
        if (writes.size() == 1 && all <= 1) {
            asItIs();
        } else {
            stepwise.script().tally().note(NOTE);
            findNext();
            goOn(1);
        }
    }

    /** Nothing if the database does not want to say. */
    private Optional<Integer> count() {
        int count = 0;
        for (int each = 0; each < writes.size() && count <= MOST_WRITES; each++) {
            if (writes.isOfMany(each)) {
                BsonDocument reply = ask(writes.findAtMost(each, MOST_WRITES + 1));
                if (!Fields.flag(reply, "ok") || batch(reply).stream().anyMatch(one -> !one.containsKey("_id"))) {
                    return Optional.empty();
                }
                count += batch(reply).size();
            } else {
                count++;
            }
        }
        return Optional.of(count);
    }

    private void asItIs() {
        Halfway.Kind kind = writes.mayInsertInsteadOfMany() ? Halfway.Kind.TWO_STEPS : Halfway.Kind.ONE_STEP;
        stepwise.send(contender, new Halfway.Going(arrival.whole(), kind, door.sentFrom(), door::proceed), door);
    }

    /** @param writesInThisStep as many of those that are left, at most */
    private void goOn(int writesInThisStep) {
        JoinedReply step = new JoinedReply();
        Command last = arrival.command();
        for (int left = writesInThisStep; left > 0 && isLeft(); left--) {
            BsonDocument write = next();
            last = stepwise.script().readPart(database, write);
            BsonDocument reply = send(last, write);
            sum.add(statement, reply);
            step.add(statement, reply);
            made++;
            findNextAfter();
        }
        Answer answer = stepwise.script().answer(last, made == 0 ? sum.whole() : step.whole());
        if (isLeft()) {
            int following = following();
            stands(answer, step(following), () -> goOn(following));
        } else {
            arrival.endsWith(answer);
            door.answer(sum.whole());
        }
    }

    /** How many writes the next step has. If there are more than were counted, somebody may add to them for ever. */
    private int following() {
        if (all > MOST_STEPS && made == 1) {
            return all - 2;
        }
        return made < Math.max(all, MOST_STEPS) ? 1 : MOST_WRITES;
    }

    private boolean isLeft() {
        return statement < writes.size();
    }

    private BsonDocument next() {
        return found.map(id -> writes.one(statement, id)).orElseGet(() -> writes.alone(statement));
    }

    /** The step before which it stands. */
    private Command step(int following) {
        if (following > 1) {
            return several(arrival.whole(), "the following of ", Grain.REMAINDER);
        }
        BsonDocument write = next();
        Command part = stepwise.looking(stepwise.script().readPart(database, write), write);
        String place = "write " + (made + 1);
        Command counted = new Command(
                part.name(),
                place + " of " + part.shape(),
                Text.focused(focus -> place + ": " + part.wording().about(focus)),
                part.accesses(),
                part.part(),
                part.intent());
        boolean looksOn = found.isPresent()
                || IntStream.range(statement + 1, writes.size()).limit(1).anyMatch(writes::isOfMany);
        return looksOn ? ManyWrites.lookingOn(counted) : counted;
    }

    private static Command several(Command whole, String what, Grain grain) {
        List<Access> accesses = whole.accesses();
        return new Command(
                whole.name(),
                what + whole.shape(),
                Text.focused(focus -> what + whole.wording().about(focus)),
                accesses.stream()
                        .map(access -> new Access(
                                access.namespace(), access.mode(), access.keys(), grain, access.unlessAdding()))
                        .toList(),
                whole.part(),
                whole.intent());
    }

    private void stands(Answer soFar, Command next, Runnable then) {
        stepwise.stands(contender, soFar, next, new Passage() {
            @Override
            public void proceed() {
                stepwise.goesOn(contender, door);
                onItsThread(then);
            }

            @Override
            public void drop() {
                door.drop();
            }
        });
    }

    /** After a write, to what comes next: a further document of the same statement, or another statement. */
    private void findNextAfter() {
        if (isAtItsEnd()) {
            leaveCursor();
            statement = writes.size();
        } else if (found.isPresent() && !sum.failedIn(statement)) {
            found = cursor == 0 ? Optional.empty() : look(writes.more(cursor));
            if (found.isEmpty()) {
                statement++;
                findNext();
            }
        } else {
            leaveCursor();
            found = Optional.empty();
            statement++;
            findNext();
        }
    }

    /** Looks for the first document of the next statement that has any; one that has none is carried out at once. */
    private void findNext() {
        while (isLeft() && found.isEmpty() && writes.isOfMany(statement)) {
            found = look(writes.find(statement));
            if (found.isEmpty()) {
                sum.add(statement, ask(writes.alone(statement)));
                statement = isAtItsEnd() ? writes.size() : statement + 1;
            }
        }
    }

    private boolean isAtItsEnd() {
        return sum.isRefused() || (sum.hasFailed() && writes.endsWhenOneFails());
    }

    private Optional<BsonValue> look(BsonDocument question) {
        BsonDocument reply = ask(question);
        cursor = Fields.document(reply, "cursor")
                .flatMap(open -> Fields.number(open, "id"))
                .orElse(0L);
        Optional<BsonDocument> next = batch(reply).stream().findFirst();
        if (next.isEmpty() && cursor != 0) {
            return look(writes.more(cursor));
        }
        return next.map(document -> document.get("_id"));
    }

    private void leaveCursor() {
        if (cursor != 0) {
            ask(writes.noMore(cursor));
            cursor = 0;
        }
    }

    private static List<BsonDocument> batch(BsonDocument reply) {
        BsonDocument open = Fields.document(reply, "cursor").orElseGet(BsonDocument::new);
        return Fields.documents(open, open.containsKey("firstBatch") ? "firstBatch" : "nextBatch");
    }

    private BsonDocument send(Command part, BsonDocument write) {
        CompletableFuture<Optional<BsonDocument>> reply = new CompletableFuture<>();
        Runnable proceed = () -> door.ask(write, answer -> stepwise.answered(contender, () -> reply.complete(answer)));
        stepwise.send(contender, new Halfway.Going(part, stepwise.kind(part, write), door.sentFrom(), proceed), door);
        return reply.join().orElseThrow(ConnectionEnded::new);
    }

    private BsonDocument ask(BsonDocument question) {
        CompletableFuture<Optional<BsonDocument>> reply = new CompletableFuture<>();
        door.ask(question, reply::complete);
        return reply.join().orElseThrow(ConnectionEnded::new);
    }

    /** There is nobody left to carry it out for. */
    private static final class ConnectionEnded extends RuntimeException {

        private static final long serialVersionUID = 1;

        ConnectionEnded() {
            super("the connection has ended", null, false, false);
        }
    }
}
