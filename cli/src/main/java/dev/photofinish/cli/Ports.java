package dev.photofinish.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a port, or 0 for any that is free. */
final class Ports implements ITypeConverter<Integer> {

    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST) {
            throw new TypeConversionException("'" + text + "'; expected a port from 1 to 65535, or 0 for any free one");
        }
        return Integer.valueOf(text);
    }
}
