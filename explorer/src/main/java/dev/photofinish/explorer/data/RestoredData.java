package dev.photofinish.explorer.data;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Mode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.bson.BsonDocument;

/**
 * Runs the given steps once, or {@linkplain #giveAgain once more if told to}. From then on it puts back only those collections
 * that are written, as they were before anybody first wrote to them. Wrong where an application keeps data in memory.
 *
 * <p>Of these collections it puts back what the contest's commands are known to have written, document by document. Where something
 * else has changed, somebody else has written it: that stays as it is, and nothing begins any more.
 *
 * <p>They are put back on a thread of their own, while the explorer's still judges the last execution, or begins the next one. In which
 * {@linkplain DataState state} the data are decides what may be done with them; this object guards it:
 *
 * <pre>
 *   explorer's thread      make, complete, putBackAhead, strangers, giveAgain, leaveBehind
 *   photofinish-put-back   what putBackAhead has begun, until complete has waited for it
 *   gate, may wait         beforeFirstWrite (an image is taken), beforeFirstRead, beforeWritingAnything
 *   gate, must not wait    passes, answered, disowned: to the {@link Ledger}, which guards itself
 *   any                    jobs
 * </pre>
 */
public final class RestoredData implements FreshData {

    private final MongoClient database;
    private final Given given;
    private final Supplier<Contents> seen;
    private final Manner manner;
    private final Ledger ledger = new Ledger();
    /** The collections that somebody who is no contender goes on reading. Safe for any thread. */
    private final Set<String> followed = new ConcurrentSkipListSet<>();

    private final ReadOnly readOnly;
    /** What is written by somebody, who may have begun while the data were still being given. */
    private final Set<MongoNamespace> announced = new HashSet<>();

    private DataState state = new DataState.Ungiven();
    private Optional<Journal> journal = Optional.empty();
    /** Whether what was to be put back last is, but for what others have written. */
    private boolean allIsBack = true;

    private final Map<MongoNamespace, Boolean> jobs = new HashMap<>();
    /** Somebody has written nobody knows what. */
    private boolean unknowable;

    private Optional<PuttingBack> underWay = Optional.empty();

    /** @param database past the gate: the gate knows it */
    public RestoredData(MongoClient database, Given given) {
        this(database, given, () -> Contents.UNKNOWN);
    }

    /** @param seen what somebody has just read, of which nothing can have been written since */
    public RestoredData(MongoClient database, Given given, Supplier<Contents> seen) {
        this(database, given, seen, Manner.PUT_BACK);
    }

    /**
     * @param seen what somebody has just read, of which nothing can have been written since
     * @param manner how the data of each execution come about
     */
    public RestoredData(MongoClient database, Given given, Supplier<Contents> seen, Manner manner) {
        this.database = database;
        this.given = given;
        this.seen = seen;
        this.manner = manner;
        this.readOnly = new ReadOnly(database);
    }

    /** How the data of each execution come about. */
    public enum Manner {
        /** What was written is put back. */
        PUT_BACK,
        /** The given steps are run for each; nothing is ever put back. */
        GIVEN_ANEW
    }

    @Override
    public void make(Written written) throws CannotBegin, InterruptedException {
        Contents now = seen.get();
        throwProblem();
        refuseIfChanged(written);
        switch (manner) {
            case PUT_BACK -> putBackOrGive(now, written);
            case GIVEN_ANEW -> give(written);
        }
        readOnly.begin();
    }

    private void give(Written written) throws CannotBegin, InterruptedException {
        given.run();
        take(written);
    }

    private void putBackOrGive(Contents now, Written written) throws CannotBegin, InterruptedException {
        if (underWay.isEmpty()) {
            putBackAhead(() -> now, written);
        } else if (!underWay.get().of().equals(written)) {
            complete();
            putBackAhead(() -> Contents.UNKNOWN, written); // what was read before that is no longer so
        }
        if (isYetToBeGiven()) {
            complete();
            give(written);
        } else if (!written.remade().isEmpty()) {
            complete(); // who reads the first commands may ask for the indexes
        }
    }

    @Override
    public void complete() throws CannotBegin, InterruptedException {
        if (underWay.isPresent()) {
            Optional<CannotBegin> refused = underWay.get().outcome();
            underWay = Optional.empty();
            if (refused.isPresent()) {
                throw refused.get();
            }
        }
    }

    /**
     * Puts back what the next {@link #make} would have to, before it is asked for: while somebody still thinks about an
     * execution that has been closed and looked at.
     *
     * @param now what its collections hold, once it has been read
     */
    public void putBackAhead(Callable<Contents> now, Written written) {
        if (manner == Manner.PUT_BACK) {
            Ledger.Page page = ledger.turn();
            underWay = Optional.of(PuttingBack.begin(written, () -> restore(contents(now), written, page)));
        }
    }

    /** What could not be read is read again. */
    private static Contents contents(Callable<Contents> now) {
        try {
            return now.call();
        } catch (Exception unread) {
            return Contents.UNKNOWN;
        }
    }

    private synchronized boolean isYetToBeGiven() {
        return state.isYetToBeGiven();
    }

    private synchronized void take(Written written) {
        ledger.turn();
        state = state.given(Image.of(database, Set.of()));
        cover(written.collections());
        cover(announced);
    }

    /** What cannot be put back need not be where it is given anew. */
    private void cover(Set<MongoNamespace> collections) {
        for (MongoNamespace collection : collections) {
            try {
                boolean unknown = state.image()
                        .filter(taken -> taken.in(collection).isEmpty())
                        .isPresent();
                state.image().ifPresent(taken -> taken.cover(Set.of(collection)));
                if (unknown) {
                    noteDown(collection);
                }
            } catch (CannotRestore | MongoException e) {
                if (manner == Manner.PUT_BACK) {
                    state = state.refused(cannot(e));
                }
            }
        }
    }

    private void noteDown(MongoNamespace collection) {
        state.image()
                .flatMap(taken -> taken.in(collection))
                .ifPresent(taken -> journal.ifPresent(kept -> kept.images(taken)));
    }

    /** From now on it is noted down what would have to be put back if this were killed. Before anything is made. */
    public synchronized void noteDownIn(Journal kept) {
        journal = Optional.of(kept);
        ledger.noteDownIn(kept);
    }

    /**
     * Why what is there now proves nothing: somebody else has written, too. To be asked before what came of an execution is put
     * back.
     *
     * @param now what the collections that were written hold
     */
    public synchronized Optional<String> strangers(Contents now) {
        return unknowable
                ? Optional.empty()
                : state.image().flatMap(taken -> {
                    Ledger.Page page = ledger.page();
                    return noted(taken.strangers(now, page), page).sentence(followed);
                });
    }

    private Strangers noted(Strangers found, Ledger.Page page) {
        found.jobs().forEach(namespace -> jobs.merge(namespace, page.onlyInserts(namespace), Boolean::logicalAnd));
        return found;
    }

    /**
     * Where background jobs, whose commands came through the gate, have changed what the contest had written, or what was there
     * before it; by namespace, whether the contest only added documents there. From any thread.
     */
    public synchronized Map<String, Boolean> jobs() {
        Map<String, Boolean> named = new TreeMap<>();
        jobs.forEach((namespace, onlyInserts) -> named.put(namespace.getFullName(), onlyInserts));
        return named;
    }

    /** Whether no command has come so far that reads anything. */
    public boolean nothingWasRead() {
        return readOnly.isEmpty();
    }

    private synchronized void refuseIfChanged(Written written) throws CannotBegin {
        if (state.refusal().isEmpty()) {
            refuse(readOnly.changed(written.collections()).map(CannotBegin::new));
        }
        throwProblem();
    }

    private synchronized void throwProblem() throws CannotBegin {
        Optional<CannotBegin> why = state.refusal();
        if (why.isPresent()) {
            throw why.get();
        }
    }

    private void refuse(Optional<CannotBegin> why) {
        state = why.map(state::refused).orElse(state);
    }

    /** Answers why it could not be done. */
    private synchronized Optional<CannotBegin> restore(Contents now, Written written, Ledger.Page page) {
        Optional<CannotBegin> why =
                state.refusal().or(() -> state.image().flatMap(taken -> repaired(taken, now, written.remade(), page)));
        if (why.isPresent()) {
            ledger.turnBack(page);
        } else {
            ledger.settle(page);
        }
        return why;
    }

    /** A database that has not answered once is not waited for again before each of the schedules that are left. */
    private Optional<CannotBegin> repaired(Image taken, Contents now, Set<MongoNamespace> remade, Ledger.Page page) {
        try {
            allIsBack = false;
            Optional<CannotBegin> strangers = noted(taken.repair(now, remade, () -> page.and(ledger.page())), page)
                    .sentence(followed)
                    .map(CannotBegin::new);
            allIsBack = true;
            if (state.refusal().isEmpty()) {
                refuse(strangers);
            }
            return strangers;
        } catch (CannotRestore | MongoException e) {
            Optional<CannotBegin> why = Optional.of(cannot(e));
            if (!(why.get() instanceof CannotBegin.NotPutBack)) {
                refuse(why);
            }
            return why;
        }
    }

    /**
     * Puts back what can be, after the last execution. Nothing is put back any more after that.
     *
     * @throws CannotBegin if that is not all that was written, with a sentence that says why
     */
    public synchronized void leaveBehind() throws CannotBegin {
        Optional<Image> last = state.image();
        state = state.left();
        if (manner == Manner.GIVEN_ANEW) {
            return;
        }
        Optional<CannotBegin> why =
                last.flatMap(taken -> repaired(taken, Contents.UNKNOWN, Set.copyOf(taken.covered()), ledger.turn()));
        closeJournal();
        if (why.isPresent()) {
            throw why.get();
        }
    }

    private void closeJournal() {
        journal.ifPresent(kept -> {
            try {
                if (allIsBack) {
                    kept.discard();
                } else {
                    kept.close();
                }
            } catch (IOException left) {
                // the next exploration finds that nothing is left to be put back
                if (state.refusal().isEmpty()) {
                    state = state.refused(new CannotBegin("The journal cannot be closed: " + left));
                }
            }
        });
    }

    /** The next data are made by the given steps once more, and are what is put back from then on. */
    public synchronized void giveAgain() {
        state = state.givenAgain();
    }

    @Override
    public synchronized void beforeFirstWrite(Set<MongoNamespace> collections) {
        announced.addAll(collections);
        cover(collections);
    }

    @Override
    public void beforeFirstRead(Set<MongoNamespace> collections) {
        readOnly.watch(collections);
    }

    @Override
    public void passes(String name, Command command, BsonDocument sent) {
        if (command.accesses().stream().anyMatch(access -> access.mode() == Mode.WRITE)) {
            ledger.sent(name, sent);
        }
    }

    @Override
    public void disowned(BsonDocument sent) {
        if (sent.containsKey("getMore") && sent.isString("collection")) {
            followed.add(sent.getString("collection").getValue());
        }
        ledger.disown(sent);
    }

    @Override
    public void answered(BsonDocument sent, BsonDocument reply) {
        ledger.answered(sent, reply);
    }

    @Override
    public synchronized void beforeWritingAnything(String command) {
        unknowable = true;
        if (manner == Manner.GIVEN_ANEW) {
            return;
        }
        state = state.refused(new CannotBegin.NotPutBack("Nobody knows what " + command
                + " writes, so the data cannot be put back as they were. Run the given steps again for"
                + " each schedule."));
    }

    private CannotBegin cannot(RuntimeException why) {
        return nobodyAnswers()
                ? new CannotBegin(
                        "The database does not answer any more, so the data cannot be put back as they were.", why)
                : new CannotBegin.NotPutBack(
                        "The data cannot be put back as they were: " + why.getMessage()
                                + " Run the given steps again for each schedule.",
                        why);
    }

    private boolean nobodyAnswers() {
        return database.getClusterDescription().getServerDescriptions().stream().noneMatch(ServerDescription::isOk);
    }

    /** The given steps. */
    @FunctionalInterface
    public interface Given {

        void run() throws CannotBegin, InterruptedException;
    }
}
