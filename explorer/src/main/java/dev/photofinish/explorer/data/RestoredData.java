package dev.photofinish.explorer.data;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import dev.photofinish.explorer.execution.CannotBegin;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Runs the given steps once, or {@linkplain #giveAgain once more if told to}. From then on it puts back only those collections
 * that are written, as they were before anybody first wrote to them. Wrong where an application keeps data in memory.
 *
 * <p>They are put back on a thread of their own, while the explorer's still judges the last execution, or begins the next one.
 *
 * <p>Images are taken by threads of the gate; this object guards them. All else is for the explorer's thread.
 */
public final class RestoredData implements FreshData {

    private final MongoClient database;
    private final Given given;
    private final Supplier<Contents> seen;
    private Optional<Image> image = Optional.empty();
    private Optional<CannotBegin> problem = Optional.empty();
    private boolean again;
    private Optional<PuttingBack> underWay = Optional.empty();

    /** @param database past the gate: the gate knows it */
    public RestoredData(MongoClient database, Given given) {
        this(database, given, () -> Contents.UNKNOWN);
    }

    /** @param seen what somebody has just read, of which nothing can have been written since */
    public RestoredData(MongoClient database, Given given, Supplier<Contents> seen) {
        this.database = database;
        this.given = given;
        this.seen = seen;
    }

    @Override
    public void make(Written written) throws CannotBegin, InterruptedException {
        Contents now = seen.get();
        throwProblem();
        if (underWay.filter(begun -> begun.of().equals(written)).isEmpty()) {
            complete();
            putBackAhead(() -> now, written);
        }
        if (isYetToBeGiven()) {
            complete();
            given.run();
            take(written);
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
        underWay = Optional.of(PuttingBack.begin(written, () -> restore(contents(now), written)));
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
        return image.isEmpty() || again;
    }

    private synchronized void take(Written written) {
        image = Optional.of(Image.of(database, written.collections()));
        again = false;
    }

    private synchronized void throwProblem() throws CannotBegin {
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /** Answers why it could not be done. */
    private synchronized Optional<CannotBegin> restore(Contents now, Written written) {
        return problem.or(() -> image.flatMap(taken -> carriedOut(() -> taken.restore(now, written.remade()))));
    }

    /** A database that has not answered once is not waited for again before each of the schedules that are left. */
    private Optional<CannotBegin> carriedOut(Runnable restoration) {
        try {
            restoration.run();
            return Optional.empty();
        } catch (CannotRestore | MongoException e) {
            Optional<CannotBegin> why = Optional.of(cannot(e));
            if (!(why.get() instanceof CannotBegin.NotPutBack)) {
                problem = why;
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
        Optional<Image> last = image;
        image = Optional.empty();
        Optional<CannotBegin> why = last.flatMap(taken -> carriedOut(taken::restore));
        if (why.isPresent()) {
            throw why.get();
        }
    }

    /** The next data are made by the given steps once more, and are what is put back from then on. */
    public synchronized void giveAgain() {
        again = true;
    }

    @Override
    public synchronized void beforeFirstWrite(Set<MongoNamespace> collections) {
        try {
            image.ifPresent(taken -> taken.cover(collections));
        } catch (CannotRestore | MongoException e) {
            problem = Optional.of(cannot(e));
        }
    }

    @Override
    public synchronized void beforeWritingAnything(String command) {
        problem = Optional.of(
                new CannotBegin.NotPutBack(
                        "Nobody knows what " + command
                                + " writes, so the data cannot be put back as they were. Run the given steps again for each schedule."));
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
