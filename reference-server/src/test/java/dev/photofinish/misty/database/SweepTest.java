package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    @TempDir
    private Path place;

    @Test
    void theServerOfAKilledJvmIsKilledAndItsDataDeleted() throws Exception {
        Process jvm = jvmWithADatabase();
        jvm.destroyForcibly().waitFor();
        ProcessHandle leftBehind = onlyMongod();

        Sweep.of(List.of(place));

        leftBehind.onExit().get(10, TimeUnit.SECONDS);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void anInterruptedJvmLeavesNothingToSweep() throws Exception {
        Process jvm = jvmWithADatabase();
        ProcessHandle mongod = onlyMongod();

        jvm.destroy();
        jvm.waitFor();

        mongod.onExit().get(10, TimeUnit.SECONDS);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void theServerOfALivingJvmIsSpared() throws Exception {
        Process jvm = jvmWithADatabase();
        try {
            Sweep.of(List.of(place));

            assertThat(onlyMongod().isAlive()).isTrue();
        } finally {
            jvm.destroy();
            jvm.waitFor();
        }
    }

    /** A mongod ends by itself when its data is gone; this one does not, so that only a kill ends it. */
    @Test
    void whoeverServesTheFolderOfADeadOwnerIsKilled() throws Exception {
        Path left = folderOf(deadOwner());
        Process server = stubbornServer("--dbpath", left.toString());

        Sweep.of(List.of(place));

        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverOnlyLooksAtTheFolderIsSpared() throws Exception {
        Path left = folderOf(deadOwner());
        Process onlooker = stubbornServer("--log", left.toString());
        try {
            Sweep.of(List.of(place));

            assertThat(onlooker.isAlive()).isTrue();
            assertThat(left).doesNotExist();
        } finally {
            onlooker.destroyForcibly().waitFor();
        }
    }

    @Test
    void aFolderWithoutAServerIsDeletedIfItsOwnerIsDead() throws IOException {
        Path left = folderOf(deadOwner());
        Files.writeString(Files.createDirectories(left.resolve("journal")).resolve("log"), "...");

        Sweep.of(List.of(place));

        assertThat(left).doesNotExist();
    }

    @Test
    void aFolderOfThisProcessIsSpared() throws IOException {
        Path mine = folderOf(Owner.thisProcess());

        Sweep.of(List.of(place));

        assertThat(mine).exists();
    }

    @Test
    void aProcessThatOnlyTookOverThePidOwnsNothing() throws IOException {
        Instant muchEarlier = Owner.thisProcess().started().minusSeconds(3600);
        Path left = folderOf(new Owner(ProcessHandle.current().pid(), muchEarlier));

        Sweep.of(List.of(place));

        assertThat(left).doesNotExist();
    }

    @Test
    void whatIsNotOursIsSpared() throws IOException {
        Path other = Files.createDirectory(place.resolve("photofinish-mongod-notes"));
        Path another = Files.createDirectory(place.resolve("data"));

        Sweep.of(List.of(place, place.resolve("nonexistent")));

        assertThat(other).exists();
        assertThat(another).exists();
    }

    @Test
    void aLinkIsRemovedAndWhatItPointsToSpared() throws IOException {
        Path precious =
                Files.createFile(Files.createDirectory(place.resolve("folder")).resolve("precious"));
        Path link = Files.createSymbolicLink(
                place.resolve("photofinish-mongod-" + deadOwner() + "-1"), precious.getParent());

        Sweep.of(List.of(place));

        assertThat(link).doesNotExist();
        assertThat(precious).exists();
    }

    private Path folderOf(Owner owner) throws IOException {
        return Files.createDirectory(place.resolve("photofinish-mongod-" + owner + "-1"));
    }

    private static Owner deadOwner() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return new Owner(process.pid(), Instant.now());
    }

    /** Waits for the end of an input that never ends. */
    private static Process stubbornServer(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "cat", "server"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private ProcessHandle onlyMongod() {
        List<ProcessHandle> all = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("mongod"))
                .filter(process -> List.of(process.info().arguments().orElse(new String[0])).stream()
                        .anyMatch(argument -> argument.startsWith(place.toString())))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** A JVM of its own that has started a database in this test's folder. */
    private Process jvmWithADatabase() throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JvmWithADatabase.class.getName(),
                        MongodProgram.ofThisMachine().toString(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        assertThat(Objects.requireNonNullElse(output.readLine(), "ended at once"))
                .startsWith("mongod ");
        return jvm;
    }
}
