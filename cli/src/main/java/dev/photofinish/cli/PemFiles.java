package dev.photofinish.cli;

import dev.photofinish.explorer.wire.Trust;
import dev.photofinish.explorer.wire.UnusableCertificates;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the certificates in a file: one that holds none is a wrong request, to be known before anything begins. */
final class PemFiles implements ITypeConverter<SSLContext> {

    @Override
    public SSLContext convert(String file) {
        try {
            return Trust.onlyIn(Path.of(file));
        } catch (UnusableCertificates unusable) {
            throw new TypeConversionException(String.valueOf(unusable.getMessage()));
        }
    }
}
