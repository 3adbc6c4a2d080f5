package dev.photofinish.explorer.data;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/**
 * What an exploration that was killed has not put back, as its {@link Journal} tells. Only what still is as that exploration can
 * have left it is put back; whatever somebody else has written since stays. For one thread.
 */
public final class Leftover {

    private final Path image;
    private final Path writes;
    private final List<BsonDocument> told;
    private final List<BsonDocument> written;

    private Leftover(Path image, Path writes, List<BsonDocument> told, List<BsonDocument> written) {
        this.image = image;
        this.writes = writes;
        this.told = told;
        this.written = written;
    }

    /**
     * Those of explorations that do not live any more, on one deployment. Journals of which nothing is left are deleted.
     *
     * @param address as {@link Journal#address} gives it
     */
    public static List<Leftover> of(Path folder, String address) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> journals;
        try (Stream<Path> files = Files.list(folder)) {
            journals = files.filter(file -> file.toString().endsWith(Journal.WRITES))
                    .sorted()
                    .toList();
        }
        List<Leftover> leftovers = new ArrayList<>();
        for (Path writes : journals) {
            Path image = Path.of(writes.toString().replaceFirst("\\.writes$", Journal.IMAGE));
            if (isOfTheDead(writes) && Files.isReadable(image)) {
                Leftover leftover = new Leftover(image, writes, records(image), unsettled(records(writes)));
                if (leftover.written.isEmpty()) {
                    leftover.forget();
                } else if (leftover.address().equals(address)) {
                    leftovers.add(leftover);
                }
            }
        }
        return List.copyOf(leftovers);
    }

    /** Whoever lives holds a lock. */
    private static boolean isOfTheDead(Path writes) {
        try (FileChannel file = FileChannel.open(writes, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException livesHere) {
            return false;
        }
    }

    /** As far as they have been written whole. */
    private static List<BsonDocument> records(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<BsonDocument> records = new ArrayList<>();
        while (bytes.remaining() > Integer.BYTES) {
            int length = bytes.getInt(bytes.position());
            if (length < 5 || length > bytes.remaining()) {
                break;
            }
            byte[] record = new byte[length];
            bytes.get(record);
            records.add(new RawBsonDocument(record));
        }
        return List.copyOf(records);
    }

    /** The commands of the contest that have not been put back. */
    private static List<BsonDocument> unsettled(List<BsonDocument> records) {
        long settled = records.stream()
                .filter(record -> record.containsKey("settled"))
                .mapToLong(record -> record.getNumber("settled").longValue())
                .max()
                .orElse(-1);
        Set<BsonDocument> disowned = records.stream()
                .filter(record -> record.containsKey("disowned"))
                .map(record -> record.getDocument("command"))
                .collect(Collectors.toSet());
        return records.stream()
                .filter(record ->
                        record.containsKey("page") && record.getNumber("page").longValue() > settled)
                .filter(record -> !disowned.contains(record.getDocument("command")))
                .toList();
    }

    private String address() {
        return told.stream()
                .filter(record -> record.containsKey("address"))
                .map(record -> record.getString("address").getValue())
                .findFirst()
                .orElse("");
    }

    /** The collections in which something may not have been put back. */
    public List<String> collections() {
        Ledger.Page page = page();
        return images().values().stream()
                .map(CollectionImage::namespace)
                .filter(namespace -> !page.statements(namespace).isEmpty())
                .map(MongoNamespace::getFullName)
                .sorted()
                .toList();
    }

    /**
     * Puts back what still is as the killed exploration can have left it, and forgets it.
     *
     * @return what was left as it is, because somebody else has written it, in a sentence
     * @throws CannotRestore if the database refuses
     */
    public Optional<String> putBack(MongoClient database) throws IOException {
        Ledger.Page page = page();
        Strangers strangers = Image.taken(database, images()).repair(Contents.UNKNOWN, remade(page), () -> page);
        forget();
        return strangers.found().isEmpty()
                ? Optional.empty()
                : Optional.of("Somebody else has written to " + String.join(", and to ", strangers.found())
                        + ". That was left as it is.");
    }

    /** A collection may have been dropped. */
    private Set<MongoNamespace> remade(Ledger.Page page) {
        return Set.copyOf(images().keySet().stream()
                .filter(namespace -> page.statements(namespace).contains(new Statement.Anything()))
                .toList());
    }

    private Ledger.Page page() {
        Ledger ledger = new Ledger();
        for (BsonDocument record : told) {
            if (record.containsKey("nobodys")) {
                BsonDocument command = record.getDocument("command");
                ledger.sent(record.getString("database").getValue(), command);
                ledger.disown(command);
            }
        }
        written.forEach(record -> ledger.sent(record.getString("database").getValue(), record.getDocument("command")));
        return ledger.page();
    }

    private Map<MongoNamespace, CollectionImage> images() {
        Map<String, List<RawBsonDocument>> documents = new LinkedHashMap<>();
        Map<MongoNamespace, CollectionImage> images = new LinkedHashMap<>();
        for (BsonDocument record : told) {
            if (record.containsKey("of")) {
                documents
                        .computeIfAbsent(record.getString("of").getValue(), unseen -> new ArrayList<>())
                        .add((RawBsonDocument) record.getDocument("document"));
            } else if (record.containsKey("all")) {
                String name = record.getString("all", new BsonString("")).getValue();
                List<BsonDocument> indexes = record.getArray("indexes").stream()
                        .map(index -> index.asDocument())
                        .toList();
                MongoNamespace namespace = new MongoNamespace(name);
                images.put(
                        namespace,
                        new CollectionImage(
                                namespace, documents.getOrDefault(name, List.of()), indexes, Bound.DEFAULT));
                documents.remove(name);
            }
        }
        return images;
    }

    private void forget() throws IOException {
        Files.deleteIfExists(writes);
        Files.deleteIfExists(image);
    }
}
