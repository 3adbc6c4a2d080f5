package dev.photofinish.explorer.wire;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.mongo.CannotRestore;
import dev.photofinish.explorer.mongo.Contents;
import dev.photofinish.explorer.mongo.Image;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs the given steps once, or {@linkplain #giveAgain once more if told to}. From then on it puts back only those collections
 * that are written, as they were before anybody first wrote to them. Wrong where an application keeps data in memory.
 *
 * <p>Images are taken by threads of the gate, all else by the explorer's; this object guards them.
 */
public final class RestoredData implements FreshData {

    private final MongoClient database;
    private final Given given;
    private final Supplier<Contents> seen;
    private Optional<Image> image = Optional.empty();
    private boolean again;
    private Optional<Written> putBackAhead = Optional.empty();
    private Optional<CannotBegin> problem = Optional.empty();

    /** @param database past the gate: {@link WireGate#database()} */
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
    public synchronized void make(Written written) throws CannotBegin, InterruptedException {
        if (problem.isPresent()) {
            throw problem.get();
        }
        boolean isThere = putBackAhead.filter(written::equals).isPresent();
        putBackAhead = Optional.empty();
        Contents now = seen.get();
        if (!isThere) {
            putBack(now, written);
        }
        if (image.isEmpty() || again) {
            given.run();
            image = Optional.of(Image.of(database, written.collections()));
            again = false;
        }
    }

    /**
     * Puts back what the next {@link #make} would have to, before it is asked for: while somebody still thinks about an
     * execution that has been closed and looked at. By any thread.
     *
     * @param now what its collections hold
     */
    public synchronized void putBackAhead(Contents now, Written written) {
        if (problem.isPresent()) {
            return;
        }
        try {
            putBack(now, written);
            putBackAhead = Optional.of(written);
        } catch (CannotBegin refused) {
            // whoever asks for the data tries again, and is told
            putBackAhead = Optional.empty();
        }
    }

    private void putBack(Contents now, Written written) throws CannotBegin {
        if (image.isPresent()) {
            Image taken = image.get();
            putBack(() -> taken.restore(now, written.remade()));
        }
    }

    /** A database that has not answered once is not waited for again before each of the schedules that are left. */
    private void putBack(Runnable restoration) throws CannotBegin {
        try {
            restoration.run();
        } catch (CannotRestore | MongoException e) {
            CannotBegin why = cannot(e);
            if (!(why instanceof CannotBegin.NotPutBack)) {
                problem = Optional.of(why);
            }
            throw why;
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
        if (last.isPresent()) {
            putBack(last.get()::restore);
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
