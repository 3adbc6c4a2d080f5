package dev.photofinish.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what random choices come from. */
final class Seeds implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        if (!text.matches("-?\\d{1,18}")) {
            throw new TypeConversionException(
                    "'" + text + "'; expected a whole number, as an earlier run has printed it: --seed 4711");
        }
        return Long.valueOf(text);
    }
}
