package dev.photofinish.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds out whether a report can be written by making a file beside it, with the folders on the way, and taking all away again. */
final class Trial {

    private Trial() {}

    /** @throws IOException if it cannot be written there */
    static void write(Path file) throws IOException {
        Path target =
                Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return; // a device or a pipe: whoever writes to it changes it
        }
        Path folder = Objects.requireNonNull(target.getParent(), "a file is in a folder");
        List<Path> made = missing(folder);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "." + target.getFileName(), ".part"));
        } finally {
            for (Path each : made.reversed()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Those that are not there, outermost first. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
            missing.addFirst(each);
        }
        return missing;
    }
}
