package dev.photofinish.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Photofinish this is; the build knows. */
final class Version implements IVersionProvider {

    /** {@code Photofinish 0.1.0}. */
    static String name() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties build = new Properties();
            build.load(Objects.requireNonNull(in, "version.properties"));
            return "Photofinish " + build.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {name()};
    }
}
