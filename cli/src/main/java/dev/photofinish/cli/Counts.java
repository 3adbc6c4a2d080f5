package dev.photofinish.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things of which there must be one at least. */
final class Counts implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("0*[1-9]\\d{0,7}")) {
            throw new TypeConversionException("'" + text + "'; expected a whole number from 1 to 99999999");
        }
        return Integer.valueOf(text);
    }
}
