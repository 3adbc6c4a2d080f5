package dev.photofinish.explorer.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcfsTest {

    private static final String TITLE =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    @TempDir
    Path proc;

    @Test
    void readsSocketsOfBothKindsOfAddresses() throws IOException {
        write(
                "net/tcp",
                TITLE
                        + "   0: 0100007F:9C40 0100007F:698A 01 00000000:00000000 00:00000000 00000000  1000        0 100 1\n");
        write(
                "net/tcp6",
                TITLE
                        + "   0: 00000000000000000000000000000000:1F9A 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 300 1\n");

        assertThat(new Procfs(proc).sockets())
                .containsExactly(
                        new Socket(Socket.State.ESTABLISHED, 40_000, 27_018, 100),
                        new Socket(Socket.State.LISTENS, 8_090, 0, 300));
    }

    @Test
    void readsWhatAProcessHasOpen() throws IOException {
        Path open = Files.createDirectories(proc.resolve("10/fd"));
        Files.createSymbolicLink(open.resolve("3"), Path.of("socket:[100]"));
        Files.createSymbolicLink(open.resolve("4"), Path.of("/dev/null"));

        assertThat(new Procfs(proc).socketsOf(10)).containsExactly(100L);
        assertThat(new Procfs(proc).processes()).containsExactly(10L);
    }

    @Test
    void readsWhichThreadsRunWhateverTheyAreCalled() throws IOException {
        write("10/task/10/stat", "10 (python3) S 1 10 10 0");
        write("10/task/11/stat", "11 (a) S (b) R 1 10 10 0");
        write("10/task/12/stat", "12 (disk) D 1 10 10 0");

        assertThat(new Procfs(proc).awake(10))
                .containsExactlyInAnyOrder(new Task(10, 11, "a) S (b"), new Task(10, 12, "disk"));
    }

    @Test
    void whatIsNotThereOrMayNotBeReadIsNothing() {
        Procfs nothing = new Procfs(proc.resolve("missing"));

        assertThat(nothing.sockets()).isEmpty();
        assertThat(nothing.processes()).isEmpty();
        assertThat(nothing.socketsOf(10)).isEmpty();
        assertThat(nothing.awake(10)).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path path = proc.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
