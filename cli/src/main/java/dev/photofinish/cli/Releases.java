package dev.photofinish.cli;

import dev.photofinish.scenarios.http.Release;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a way to release requests. */
final class Releases implements ITypeConverter<Release> {

    @Override
    public Release convert(String text) {
        return switch (text) {
            case "plain" -> Release.PLAIN;
            case "last-byte" -> Release.LAST_BYTE;
            default -> throw new TypeConversionException("'" + text + "'; expected plain or last-byte");
        };
    }
}
