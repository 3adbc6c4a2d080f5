package dev.photofinish.cli;

import dev.photofinish.scenarios.http.TlsTrust;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Looks into the file as {@link PemFiles} does, so that it is known before anything begins whether it vouches for anybody. */
final class TrustedPem implements ITypeConverter<TlsTrust> {

    @Override
    public TlsTrust convert(String file) {
        var unused = new PemFiles().convert(file);
        return TlsTrust.pem(Path.of(file));
    }
}
