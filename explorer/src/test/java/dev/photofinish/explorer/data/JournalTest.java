package dev.photofinish.explorer.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an exploration that was killed leaves to the next one. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded one ends with the exploration")
class JournalTest {

    private static final String HERE = "127.0.0.1:27017";

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private final Written written;
    private final RestoredData data;
    private Journal journal;

    JournalTest(TestDatabase database) {
        this.database = database;
        this.written = new Written(Set.of(new MongoNamespace(database.name(), "items")), Set.of());
        this.data = new RestoredData(database.client(), () -> {});
    }

    @BeforeEach
    void begin() throws Exception {
        journal = Journal.begin(folder, HERE);
        database.collection("items").insertMany(List.of(item(1), item(2), item(3)));
        data.noteDownIn(journal);
        data.make(written);
    }

    @Test
    void isPutBackByTheNext() throws Exception {
        update(1, "{$inc: {n: 1}}");
        Gated.delete(data, database, "items", new Document("_id", 2));
        Gated.insert(data, database, "items", item(4));
        die();

        Leftover left = onlyOne();
        assertThat(left.collections()).containsExactly(database.name() + ".items");
        assertThat(left.putBack(database.client())).isEmpty();

        assertThat(all()).containsExactlyInAnyOrder(item(1), item(2), item(3));
        assertThat(leftovers()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasWrittenSinceStays() throws Exception {
        update(1, "{$set: {n: 1}}");
        update(2, "{$set: {n: 1}}");
        die();
        database.collection("items").updateOne(Filters.eq("_id", 2), Updates.set("n", 5));
        database.collection("items").insertOne(item(9));

        assertThat(onlyOne().putBack(database.client()))
                .hasValueSatisfying(left -> assertThat(left).contains("items past the gate: 2 documents"));

        assertThat(all()).containsExactlyInAnyOrder(item(1), item(2).append("n", 5), item(3), item(9));
    }

    @Test
    void whatAJobHasWrittenStays() throws Exception {
        update(1, "{$set: {n: 1}}");
        data.disowned(update(3, "{$set: {n: 1}}"));
        die();

        assertThat(onlyOne().putBack(database.client())).isEmpty();

        assertThat(all()).containsExactlyInAnyOrder(item(1), item(2), item(3).append("n", 1));
    }

    @Test
    void whatHasBeenPutBackIsNotOffered() throws Exception {
        update(1, "{$set: {n: 1}}");
        data.make(written);
        data.complete();
        die();

        assertThat(leftovers()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasWrittenSinceIs() throws Exception {
        update(1, "{$set: {n: 1}}");
        data.make(written);
        data.complete();
        update(2, "{$set: {n: 1}}");
        die();
        database.collection("items").updateOne(Filters.eq("_id", 1), Updates.set("n", 1));

        assertThat(onlyOne().putBack(database.client())).isPresent();

        assertThat(all()).containsExactlyInAnyOrder(item(1).append("n", 1), item(2), item(3));
    }

    @Test
    void nothingIsLeftOfAnExplorationThatCameToItsEnd() throws Exception {
        update(1, "{$set: {n: 1}}");
        data.leaveBehind();

        assertThat(all()).containsExactly(item(1), item(2), item(3));
        assertThat(files()).isEmpty();
    }

    @Test
    void oneThatStillLivesIsLeftAlone() throws Exception {
        update(1, "{$set: {n: 1}}");

        assertThat(leftovers()).isEmpty();
        assertThat(files()).hasSize(2);
        die();
    }

    @Test
    void oneOfAnotherDatabaseIsNotOffered() throws Exception {
        update(1, "{$set: {n: 1}}");
        die();

        assertThat(Leftover.of(folder, "elsewhere:27017")).isEmpty();
        assertThat(leftovers()).hasSize(1);
    }

    /** In the middle of a line. */
    @Test
    void aJournalThatBreaksOffIsReadAsFarAsItGoes() throws Exception {
        update(1, "{$set: {n: 1}}");
        die();
        Path writes = files().stream()
                .filter(file -> file.toString().endsWith(Journal.WRITES))
                .findFirst()
                .orElseThrow();
        Files.write(writes, new byte[] {100, 0, 0, 0, 3}, StandardOpenOption.APPEND);

        assertThat(onlyOne().putBack(database.client())).isEmpty();
        assertThat(all()).containsExactly(item(1), item(2), item(3));
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        assertThat(files())
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
        die();
    }

    @Test
    void itLiesWhereOthersKeepTheirState() {
        assertThat(Journal.folder(Map.of(), "/home/ann")).isEqualTo(Path.of("/home/ann/.local/state/photofinish"));
        assertThat(Journal.folder(Map.of("XDG_STATE_HOME", "/state"), "/home/ann"))
                .isEqualTo(Path.of("/state/photofinish"));
    }

    private BsonDocument update(int id, String update) {
        return Gated.update(data, database, "items", new Document("_id", id), Document.parse(update), false);
    }

    /** As far as a journal can tell: nobody holds it any more. */
    private void die() throws IOException {
        journal.close();
    }

    private Leftover onlyOne() throws IOException {
        assertThat(leftovers()).hasSize(1);
        return leftovers().getFirst();
    }

    private List<Leftover> leftovers() throws IOException {
        return Leftover.of(folder, HERE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private List<Document> all() {
        return database.collection("items").find().into(new ArrayList<>());
    }

    private static Document item(int id) {
        return new Document("_id", id).append("n", 0);
    }
}
