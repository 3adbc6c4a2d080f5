package dev.photofinish.scenarios.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a file and the name that locations in it carry.
 *
 * @param file as the person who asked for it wrote it
 */
public record SourceText(String file, String text) {

    private static final int MOST_BYTES = 1 << 20;

    /** @throws FileProblems if it cannot be read */
    public static SourceText ofFile(Path path) {
        String file = path.toString();
        try {
            if (Files.isDirectory(path)) {
                throw problem(file, "this is a folder", "a YAML file");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw problem(file, "this file has more than 1 MiB", "a YAML file that a person wrote");
            }
            return new SourceText(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                            .toString());
        } catch (NoSuchFileException missing) {
            throw problem(file, "there is no such file", "a YAML file");
        } catch (AccessDeniedException denied) {
            throw problem(file, "this file may not be read", "a file that you may read");
        } catch (CharacterCodingException notUtf8) {
            throw problem(file, "this file is not UTF-8", "UTF-8");
        } catch (IOException broken) {
            throw problem(file, "this file cannot be read: " + broken.getMessage(), "");
        }
    }

    /** @throws FileProblems if the class path has no such resource */
    public static SourceText ofResource(String resource) {
        try (InputStream in = SourceText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw problem(resource, "no such file comes with Photofinish", "");
            }
            return new SourceText(
                    resource.substring(resource.lastIndexOf('/') + 1),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static FileProblems problem(String file, String found, String expected) {
        return new FileProblems(List.of(new Problem(Location.ofFile(file), found, expected, "")));
    }
}
