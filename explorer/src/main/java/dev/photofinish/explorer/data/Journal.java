package dev.photofinish.explorer.data;

import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * What an exploration would need to put back what it has written, in two files, should it be killed: the next one finds them
 * ({@link Leftover}). They hold data, so that only their owner may read them; they are gone when all has been put back.
 *
 * <pre>
 *   ….image    the deployment's address, and each collection before anybody wrote to it
 *   ….writes   what has been written since it was put back last; emptied as often as it is
 * </pre>
 *
 * <p>A kill of the process is survived, not one of the machine: nothing waits for the disk. Safe for any thread; this object guards
 * the files. It is locked as long as the exploration lives.
 */
public final class Journal implements AutoCloseable {

    static final String IMAGE = ".image";
    static final String WRITES = ".writes";

    private final Path image;
    private final Path writes;
    private final FileChannel imageFile;
    private final FileChannel writesFile;
    private final FileLock alive;
    private long newestPage;
    private boolean full;
    private boolean closed;

    private Journal(Path image, Path writes, FileChannel imageFile, FileChannel writesFile, FileLock alive) {
        this.image = image;
        this.writes = writes;
        this.imageFile = imageFile;
        this.writesFile = writesFile;
        this.alive = alive;
    }

    /** Where they are kept: {@code $XDG_STATE_HOME/photofinish}, or else {@code ~/.local/state/photofinish}. */
    public static Path folder(Map<String, String> environment, String home) {
        return Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(state -> !state.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(home, ".local", "state"))
                .resolve("photofinish");
    }

    /** By which a deployment's database is known again, without credentials. */
    public static String address(MongoClient database) {
        return database.getClusterDescription().getServerDescriptions().stream()
                .map(ServerDescription::getAddress)
                .map(ServerAddress::toString)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** @throws IOException if the folder cannot be made or written to */
    public static Journal begin(Path folder, String address) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String name = "exploration-" + UUID.randomUUID();
        Path image = folder.resolve(name + IMAGE);
        Path writes = folder.resolve(name + WRITES);
        FileChannel imageFile = create(image);
        FileChannel writesFile = create(writes);
        FileLock alive = writesFile.lock();
        Journal journal = new Journal(image, writes, imageFile, writesFile, alive);
        append(imageFile, new BsonDocument("address", new BsonString(address)));
        return journal;
    }

    private static FileChannel create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    synchronized void images(CollectionImage taken) {
        BsonString namespace = new BsonString(taken.namespace().getFullName());
        for (RawBsonDocument document : taken.documents()) {
            put(imageFile, new BsonDocument("of", namespace).append("document", document));
        }
        put(imageFile, new BsonDocument("all", namespace).append("indexes", new BsonArray(taken.indexes())));
    }

    /** Before the command is sent on. */
    synchronized void sent(long page, Writing writing) {
        newestPage = Math.max(newestPage, page);
        put(writesFile, of(writing).append("page", new BsonInt64(page)));
    }

    /** It is a job's, and is not put back. */
    synchronized void disowned(Writing job) {
        put(writesFile, of(job).append("disowned", BsonBoolean.TRUE));
    }

    /** Once for all that are like it. */
    synchronized void rememberAsNobodys(Writing job) {
        put(imageFile, of(job).append("nobodys", BsonBoolean.TRUE));
    }

    private static BsonDocument of(Writing writing) {
        return new BsonDocument("command", writing.command()).append("database", new BsonString(writing.database()));
    }

    /** All that stands on these pages has been put back. */
    synchronized void settled(long page) {
        if (newestPage > page) {
            put(writesFile, new BsonDocument("settled", new BsonInt64(page)));
            return;
        }
        try {
            if (!closed) {
                writesFile.truncate(0);
            }
        } catch (IOException e) {
            full = true;
        }
    }

    /** On a full disk, nothing is noted down any more: half of what was written would be worse than nothing. */
    private void put(FileChannel file, BsonDocument record) {
        if (closed || full) {
            return;
        }
        try {
            append(file, record);
        } catch (IOException e) {
            full = true;
        }
    }

    private static void append(FileChannel file, BsonDocument record) throws IOException {
        var bytes = new RawBsonDocument(record, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        while (bytes.hasRemaining()) {
            var unused = file.write(bytes);
        }
    }

    /** Nothing is left to be put back: the files are deleted. */
    synchronized void discard() throws IOException {
        Files.deleteIfExists(writes);
        Files.deleteIfExists(image);
        close();
    }

    /** What has not been put back stays to be found. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            alive.close();
            writesFile.close();
            imageFile.close();
        }
    }
}
