package dev.photofinish.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws a run in one format. Renderers keep no state, so that one can be used from many threads. */
@FunctionalInterface
public interface Renderer {

    /** Writes the whole report; flushes the writer, but leaves closing it to the caller. */
    void render(RunReport report, Writer out) throws IOException;

    /** The same into a file, UTF-8, replacing what was there; folders on the way are made. */
    default void renderTo(RunReport report, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // Not Files.newBufferedWriter, which fails at half a surrogate pair, as a shortened answer may end with one.
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            render(report, out);
        }
    }
}
