package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.scenarios.template.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;

/**
 * What a race owes its deployment, on disk: of a race that is killed, the next one knows what it has left ({@link
 * AbandonedCleanup}). It is locked as long as its race lives, deleted when all is paid, and only its owner may read it, since it
 * holds values of the deployment. For one thread.
 *
 * <pre>
 *   {"deployment": "http://127.0.0.1:8001", "command": "photofinish race …", "begun": "2026-11-30T10:00:00Z"}
 *   {"scenario": "concurrent-stock-allocation", "now": "…", "values": {"unique": "pf-…-1", "client": "…"}}
 * </pre>
 */
public final class CleanupJournal implements AutoCloseable {

    static final String PREFIX = "race-";
    static final String SUFFIX = ".jsonl";
    static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;
    private final FileLock alive;

    private CleanupJournal(Path file, FileChannel channel, FileLock alive) {
        this.file = file;
        this.channel = channel;
        this.alive = alive;
    }

    /**
     * @param commandLine as it may be shown: it is offered to whoever wants to clean up
     * @throws IOException if the folder cannot be made or written to
     */
    public static CleanupJournal begin(Path folder, String deployment, String commandLine) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        CleanupJournal journal = new CleanupJournal(file, channel, channel.lock());
        journal.append(JSON.createObjectNode()
                .put("deployment", deployment)
                .put("command", commandLine)
                .put("begun", Instant.now().toString()));
        return journal;
    }

    /** A round has made data, or knows more of it than before. */
    void owes(String scenario, Scope scope) {
        ObjectNode values = JSON.createObjectNode();
        scope.values().forEach(values::set);
        ObjectNode debt = JSON.createObjectNode()
                .put("scenario", scenario)
                .put("now", scope.now().toString());
        debt.set("values", values);
        append(debt);
    }

    /** Nothing is owed any more. */
    void isPaid() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (channel;
                alive) {
            // in this order
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(JsonNode line) {
        try {
            channel.write(ByteBuffer.wrap((line(line) + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(JsonNode line) throws JsonProcessingException {
        return JSON.writeValueAsString(line);
    }
}
