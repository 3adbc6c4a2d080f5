package dev.photofinish.misty.database;

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
public record OwnMongod(Process process, String host, int port) implements AutoCloseable {

    /** Starts one on 127.0.0.1. */
    public static OwnMongod start(Path folder, String... options) throws Exception {
        return startOn("127.0.0.1", folder, options);
    }

    /**
     * Starts it and waits until it listens. The test is aborted where there is no mongod, or fails with {@code CI=true}.
     *
     * @param folder where its data may go
     */
    public static OwnMongod startOn(String host, Path folder, String... options) throws Exception {
        int port = freePort();
        Path data = Files.createDirectories(folder.resolve("db-" + port));
        List<String> command = new ArrayList<>(List.of(
                MongodProgram.ofThisMachine().toString(),
                "--dbpath",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--bind_ip",
                host,
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
        return new OwnMongod(process, host, port);
    }

    public String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
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
