package dev.photofinish.explorer.wire;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.mongo.CannotRestore;
import dev.photofinish.explorer.mongo.Contents;
import dev.photofinish.explorer.mongo.Image;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs the given steps once. From then on it puts back only those collections that are written, as they were before anybody
 * first wrote to them. Wrong where an application keeps data in memory.
 *
 * <p>Images are taken by threads of the gate, all else by the explorer's; this object guards them.
 */
public final class RestoredData implements FreshData {

    private final MongoClient database;
    private final Given given;
    private final Supplier<Contents> seen;
    private Optional<Image> image = Optional.empty();
    private Optional<RuntimeException> problem = Optional.empty();

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
            throw cannot(problem.get());
        }
        if (image.isEmpty()) {
            given.run();
            image = Optional.of(Image.of(database, Set.of()));
            return;
        }
        try {
            image.get().restore(seen.get(), written.remade());
        } catch (CannotRestore | MongoException e) {
            throw cannot(e);
        }
    }

    @Override
    public synchronized void beforeFirstWrite(Set<MongoNamespace> collections) {
        try {
            image.ifPresent(taken -> taken.cover(collections));
        } catch (CannotRestore | MongoException e) {
            problem = Optional.of(e);
        }
    }

    private static CannotBegin cannot(RuntimeException problem) {
        return new CannotBegin(
                "The data cannot be put back as it was: " + problem.getMessage()
                        + " Run the given steps again for each schedule instead.",
                problem);
    }

    /** The given steps. */
    @FunctionalInterface
    public interface Given {

        void run() throws CannotBegin, InterruptedException;
    }
}
