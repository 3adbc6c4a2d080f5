package dev.photofinish.cli;

import com.mongodb.client.MongoClient;
import dev.photofinish.explorer.data.CannotRestore;
import dev.photofinish.explorer.data.Journal;
import dev.photofinish.explorer.data.Leftover;
import dev.photofinish.explorer.wire.WireGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Offers what explorations that were killed have not put back, and puts it back if told to. */
final class KilledExplorations {

    private static final String ANY_PORT = "127.0.0.1:0";
    private static final int NOT_ALL = 3;

    private final Terminal terminal;
    private final CommandLineShown called;

    KilledExplorations(Terminal terminal, CommandLineShown called) {
        this.terminal = terminal;
        this.called = called;
    }

    static Path folder() {
        return Journal.folder(System.getenv(), System.getProperty("user.home", "."));
    }

    /** Says that there is something, if so. */
    void announce(MongoClient database) {
        try {
            List<Leftover> left = Leftover.of(folder(), Journal.address(database));
            if (!left.isEmpty()) {
                terminal.say("An exploration of this database was killed before it had put back what it wrote to "
                        + collections(left) + ". To put that back: " + ReplayCommand.putBack(called));
            }
        } catch (IOException unreadable) {
            terminal.say("What killed explorations may have left cannot be looked up: " + unreadable);
        }
    }

    /** @return the exit code */
    int putBack(String mongo, Optional<SSLContext> trust) throws IOException {
        try (WireGate gate = Gates.open(ANY_PORT, mongo, trust)) {
            List<Leftover> left = Leftover.of(folder(), Journal.address(gate.database()));
            if (left.isEmpty()) {
                terminal.say("No exploration of this database has left anything to be put back.");
                return 0;
            }
            String collections = collections(left);
            for (Leftover one : left) {
                one.putBack(gate.database()).ifPresent(terminal::say);
            }
            terminal.say("What a killed exploration had written to " + collections + " is as it was before.");
            return 0;
        } catch (CannotRestore refused) {
            terminal.say(String.valueOf(refused.getMessage()));
            return NOT_ALL;
        }
    }

    private static String collections(List<Leftover> left) {
        return left.stream()
                .flatMap(one -> one.collections().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
