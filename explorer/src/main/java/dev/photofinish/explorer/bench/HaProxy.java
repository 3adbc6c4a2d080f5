package dev.photofinish.explorer.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** HAProxy in TCP mode, as Debian's package has it. */
final class HaProxy {

    private static final Duration START = Duration.ofSeconds(10);

    private HaProxy() {}

    static Way start(InetSocketAddress server) throws CannotCompare, InterruptedException {
        try {
            int port = freePort();
            Path configuration = Files.createTempFile("photofinish-haproxy", ".cfg");
            configuration.toFile().deleteOnExit();
            Files.writeString(configuration, configuration(port, server));
            Process process = run(configuration);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            awaitListening(address, process);
            return new ProxyProcess("HAProxy", address, process);
        } catch (IOException e) {
            throw new CannotCompare("HAProxy cannot be set up: " + e.getMessage(), e);
        }
    }

    private static Process run(Path configuration) throws CannotCompare {
        try {
            return new ProcessBuilder("haproxy", "-db", "-f", configuration.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CannotCompare(
                    "HAProxy is not on this machine, so there is nobody to compare the gate with: install Debian's"
                            + " package haproxy.",
                    e);
        }
    }

    private static String configuration(int port, InetSocketAddress server) {
        return """
            global
              maxconn 1000
            defaults
              mode tcp
              timeout connect 5s
              timeout client 1h
              timeout server 1h
            listen mongodb
              bind 127.0.0.1:%s
              server db %s:%s
            """.formatted(port, server.getAddress().getHostAddress(), server.getPort());
    }

    private static void awaitListening(InetSocketAddress address, Process process)
            throws CannotCompare, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(address);
                return;
            } catch (IOException e) {
                // not yet
                Thread.sleep(20);
            }
        }
        process.destroyForcibly();
        throw new CannotCompare("HAProxy does not listen on " + address + ".");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
