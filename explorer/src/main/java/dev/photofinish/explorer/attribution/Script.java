package dev.photofinish.explorer.attribution;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Replies;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.bson.BsonDocument;

/**
 * How a contest's commands are read, and what is known of them from execution to execution. Safe for any thread, but for the
 * {@linkplain #habits() habits}.
 */
public final class Script {

    static final Answer NO_ANSWER_WANTED = new Answer(Answer.Effect.UNKNOWN, "sent without asking for an answer");

    private final CommandReader reader;
    private final Replies replies;
    private final Set<Ignore> ignored;
    private final Bookkeeper bookkeeper;
    private final Tally tally = new Tally();
    private final Habits habits = new Habits();
    private final Sequels sequels;
    private final Lateness lateness = new Lateness();
    private final Background background;
    private final Executor mayWait;
    private final Set<String> readBefore = ConcurrentHashMap.newKeySet();
    private final Set<String> announcedKinds = ConcurrentHashMap.newKeySet();
    /** What somebody is known to write. */
    private final Set<MongoNamespace> announced = ConcurrentHashMap.newKeySet();

    /**
     * @param background what the application does when nobody asks
     * @param settle how long to wait for what may come after an answer of which nothing is known
     * @param mayWait runs what waits for the database
     */
    public Script(
            CommandReader reader,
            Replies replies,
            Set<Ignore> ignored,
            Bookkeeper bookkeeper,
            Background background,
            Duration settle,
            Executor mayWait) {
        this.reader = reader;
        this.replies = replies;
        this.ignored = Set.copyOf(ignored);
        this.bookkeeper = bookkeeper;
        this.background = background;
        this.mayWait = mayWait;
        this.sequels = new Sequels(settle);
    }

    public Tally tally() {
        return tally;
    }

    Habits habits() {
        return habits;
    }

    /** @param parallel the contenders that send several commands at once */
    public Bystanders bystanders(Set<String> parallel) {
        Set<String> learnt = new TreeSet<>(background.sentences());
        learnt.addAll(sequels.sentences());
        return tally.bystanders(parallel, learnt);
    }

    Sequels sequels() {
        return sequels;
    }

    Lateness lateness() {
        return lateness;
    }

    /** Why nothing that is run can be judged, if the application writes later than anybody waits. */
    public Optional<String> whatComesTooLate() {
        Optional<String> why = lateness.proven().map(command -> Sentences.leftOver(command, sequels.settle()));
        why.ifPresent(tally::doubt);
        return why;
    }

    Background background() {
        return background;
    }

    boolean isHousekeeping(BsonDocument sent) {
        return CommandReader.isHousekeeping(sent);
    }

    /** Whether contenders may send commands that are not held. */
    public boolean letsSomePass() {
        return !ignored.isEmpty();
    }

    boolean ignores(BsonDocument sent) {
        return ignored.stream().anyMatch(ignore -> ignore.matches(sent));
    }

    /**
     * Reads a command, on this thread or, where the database has to be asked, on another: an event loop must not wait. That is
     * so for the first command of its kind; it may name a collection whose indexes are not known. So it is for the first that
     * writes to a collection, which a pipeline's last stage may name.
     */
    void read(Sent sent, Consumer<Command> then) {
        if (readBefore.contains(kind(sent))) {
            Command command = reader.read(sent.database(), sent.document());
            if (background.has(command, sent.document()) || isAnnounced(sent, command)) {
                isRead(sent, command, then);
                return;
            }
        }
        mayWait.execute(() -> {
            Command command = readFirst(sent);
            if (!background.has(command, sent.document())) { // what nobody has asked for is not put back
                announce(sent, command);
            }
            isRead(sent, command, then);
        });
    }

    /** The same while nobody asks anything: what comes then is not put back, whatever it writes. */
    void readWhileNobodyAsks(Sent sent, Consumer<Command> then) {
        if (readBefore.contains(kind(sent))) {
            isRead(sent, reader.read(sent.database(), sent.document()), then);
        } else {
            mayWait.execute(() -> {
                Command command = readFirst(sent);
                tally.uses(command);
                isRead(sent, command, then);
            });
        }
    }

    private Command readFirst(Sent sent) {
        Command command = reader.read(sent.database(), sent.document());
        readBefore.add(kind(sent));
        return command;
    }

    private void isRead(Sent sent, Command command, Consumer<Command> then) {
        bookkeeper.passes(sent, command);
        then.accept(command);
    }

    /**
     * A command has turned out to be a contender's: does what comes next when it is known of all that it reads and writes that somebody
     * does. Waits for that on another thread.
     */
    void isSomebodys(Sent sent, Command command, Runnable then) {
        mayWait.execute(() -> {
            announce(sent, command);
            then.run();
        });
    }

    /** Whether it is known of all that it reads and writes that somebody does. */
    boolean isAnnounced(Sent sent, Command command) {
        return announcedKinds.contains(kind(sent)) && announced.containsAll(Tally.written(command));
    }

    /**
     * Says what a command reads and writes, before it does. What a contest ignores is not asked what it writes, as long as it does not
     * say so itself. Waits for the database.
     */
    private void announce(Sent sent, Command command) {
        tally.uses(command);
        Set<MongoNamespace> unseen = new HashSet<>(Tally.written(command));
        unseen.removeAll(announced);
        if (!unseen.isEmpty()) {
            bookkeeper.beforeFirstWrite(unseen);
        }
        Set<MongoNamespace> read = Tally.read(command);
        if (!read.isEmpty()) {
            bookkeeper.beforeFirstRead(read);
        }
        if (Tally.writesAnything(command) && !ignores(sent.document())) {
            bookkeeper.beforeWritingAnything(command.name());
        }
        announced.addAll(unseen); // not before: who comes meanwhile has to wait, too
        announcedKinds.add(kind(sent));
    }

    /** Reads a command that is a part of one that was read before; asks the database, perhaps. */
    Command readPart(String database, BsonDocument part) {
        return reader.read(database, part);
    }

    /** Commands that are alike go to the same collections. */
    private static String kind(Sent sent) {
        BsonDocument command = sent.document();
        String target = sent.database() + " " + sent.name() + " " + Filters.collection(command);
        return command.containsKey("pipeline") ? target + " " + Filters.pipeline(command) : target;
    }

    /**
     * A contender went on though such a command was not let through: it is nobody's. Where it writes what contenders read or write, the
     * data are not the contest's alone.
     */
    void goesOnWithout(String contender, Command command, BsonDocument sent) {
        habits.goesOnWithout(contender, command.shape());
        if (!background.has(command, sent)) {
            tally.note(Sentences.inSomeRunsOnly(command, contender));
            tally.mixesData(command, Sentences.inTheWay(command));
        }
    }

    /** Commands that had been taken for a contender's are what the application does all the time: all has to be learnt anew. */
    void isTheBackgrounds(Command command, List<Encores.Encore> all) {
        background.has(command, all);
        all.forEach(each -> disown(each.sent()));
        habits.forget();
        sequels.forget();
    }

    /** A command is nobody's: what it wrote is no part of the data of the contest. */
    void disown(BsonDocument sent) {
        bookkeeper.disowned(sent);
    }

    /** A command has been answered, whosever it is. */
    void answered(BsonDocument sent, BsonDocument reply) {
        bookkeeper.answered(sent, reply);
    }

    Answer answer(Command command, BsonDocument reply) {
        return replies.answer(command, reply);
    }

    boolean invitesToRetry(BsonDocument reply) {
        return Replies.invitesToRetryTransaction(reply);
    }

    /** A transaction that failed has been aborted by the server. */
    boolean endsTransaction(Command command, BsonDocument reply) {
        return command.part() == Part.COMMITS || command.part() == Part.ABORTS || invitesToRetry(reply);
    }
}
