package dev.photofinish.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Draws a run in one format. Renderers keep no state, so that one can be used from many threads. */
@FunctionalInterface
public interface Renderer {

    /** Writes the whole report; flushes the writer, but leaves closing it to the caller. */
    void render(RunReport report, Writer out) throws IOException;

    /**
     * The same into a file, UTF-8, replacing what was there; folders on the way are made. If it cannot be written to its end, what
     * was there stays, and no half of a report is left.
     */
    default void renderTo(RunReport report, Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            renderInto(report, target); // a device or a pipe: nobody can put another in its place
            return;
        }
        Path folder = Objects.requireNonNull(target.getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("." + target.getFileName() + ".part");
        try {
            renderInto(report, unfinished);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void renderInto(RunReport report, Path file) throws IOException {
        // Not Files.newBufferedWriter, which fails at half a surrogate pair, as a shortened answer may end with one.
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            render(report, out);
        }
    }
}
