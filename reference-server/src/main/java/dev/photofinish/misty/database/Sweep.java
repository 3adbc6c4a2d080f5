package dev.photofinish.misty.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what a killed JVM could not: its servers, which outlive it, and their data folders. */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration DEATH = Duration.ofSeconds(5);

    private Sweep() {}

    /** Never fails: what cannot be removed, for instance because it is another user's, is left for another sweep. */
    static void of(List<Path> places) {
        places.stream()
                .flatMap(Sweep::foldersIn)
                .filter(folder -> !folder.owner().isAlive())
                .forEach(Sweep::remove);
    }

    private static Stream<DataFolder> foldersIn(Path place) {
        if (!Files.isReadable(place)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.map(DataFolder::at).flatMap(Optional::stream).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("Nothing swept in {}", place, e);
            return Stream.empty();
        }
    }

    private static void remove(DataFolder folder) {
        try {
            ProcessHandle.allProcesses()
                    .filter(process -> serves(process, folder))
                    .forEach(Sweep::kill);
            folder.delete();
            LOG.info(
                    "Swept {}, left behind by process {}",
                    folder.path(),
                    folder.owner().pid());
        } catch (UncheckedIOException e) {
            LOG.debug("Left for another sweep: {}", folder.path(), e);
        }
    }

    /** Only a process that was told to keep its data in this very folder: anything else that has the pid now is spared. */
    private static boolean serves(ProcessHandle process, DataFolder folder) {
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        int option = arguments.indexOf(MongodCommand.DATA_FOLDER_OPTION);
        return option >= 0
                && option + 1 < arguments.size()
                && arguments.get(option + 1).equals(folder.path().toString());
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit()
                .completeOnTimeout(process, DEATH.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
