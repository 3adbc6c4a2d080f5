package dev.photofinish.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a process. */
final class ProcessIds implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        if (!text.matches("[1-9][0-9]{0,9}")) {
            throw new TypeConversionException(
                    "'" + text + "'; expected the number of a process, or several: 4711,4712");
        }
        return Long.valueOf(text);
    }
}
