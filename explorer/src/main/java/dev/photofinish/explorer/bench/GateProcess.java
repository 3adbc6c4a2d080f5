package dev.photofinish.explorer.bench;

import dev.photofinish.explorer.wire.CannotOpenGate;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.explorer.wire.WireSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wire gate in a JVM of its own. */
final class GateProcess {

    private static final Pattern ADDRESS = Pattern.compile("mongodb://([^:]+):(\\d+)/.*");

    private GateProcess() {}

    /** Runs a gate before the server that the argument names until somebody ends it; says where it listens. */
    @SuppressWarnings("SystemOut") // whoever has started it reads that line
    public static void main(String[] arguments) throws CannotOpenGate, InterruptedException, IOException {
        WireSettings settings = WireSettings.parse("127.0.0.1:0", "mongodb://" + arguments[0], Optional.empty());
        try (WireGate gate = WireGate.open(settings)) {
            System.out.println(gate.connectionString());
            var unused = System.in.read();
        }
    }

    static Way start(String server) throws CannotCompare {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = ProxyProcess.start(new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GateProcess.class.getName(),
                        server)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        // left open: it belongs to the process, and ends with it
        BufferedReader output = process.inputReader();
        return new ProxyProcess("wire gate", address(output, process), process);
    }

    private static InetSocketAddress address(BufferedReader output, Process process) throws CannotCompare {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher address = ADDRESS.matcher(line);
                if (address.matches()) {
                    return new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2)));
                }
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw new CannotCompare("The gate's process cannot be read: " + e.getMessage(), e);
        }
        throw new CannotCompare("The gate's process ended before it had opened a gate.");
    }
}
