package dev.photofinish.explorer.wire;

import dev.photofinish.misty.database.DatabaseChoice;
import dev.photofinish.misty.database.Databases;
import dev.photofinish.misty.database.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A mongod with options of one's own, where those that everybody shares will not do. */
record OwnMongod(Process process, int port) implements AutoCloseable {

    static OwnMongod start(Path folder, String... options) throws Exception {
        int port = freePort();
        Path data = Files.createDirectories(folder.resolve("db-" + port));
        List<String> command = new ArrayList<>(List.of(
                Program.PATH,
                "--dbpath",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--bind_ip",
                "127.0.0.1",
                "--nounixsocket",
                "--wiredTigerCacheSizeGB",
                "0.25",
                "--wiredTigerEngineConfigString",
                "log=(prealloc=false,file_max=8MB)",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture<Boolean> listens = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> drain(process, listens));
        if (!listens.get(30, TimeUnit.SECONDS)) {
            throw new IOException("mongod ended at once: " + command);
        }
        return new OwnMongod(process, port);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private static void drain(Process process, CompletableFuture<Boolean> listens) {
        try (BufferedReader log = process.inputReader()) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (line.contains("Waiting for connections")) {
                    listens.complete(true);
                }
            }
        } catch (IOException e) {
            listens.completeExceptionally(e);
        }
        listens.complete(false);
    }

    /** Looked for once. */
    private static final class Program {

        private static final String PATH = program();
    }

    /** The one that the reference server's search finds or fetches. */
    private static String program() {
        try (var database = Databases.start(new DatabaseChoice.Start(Engine.STANDALONE))) {
            return ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").contains("mongod"))
                    .findFirst()
                    .flatMap(child -> child.info().command())
                    .orElseThrow(() -> new IllegalStateException("There is no mongod behind " + database.uri() + "."));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }
}
