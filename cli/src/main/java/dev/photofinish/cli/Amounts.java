package dev.photofinish.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things of which there may be none. */
final class Amounts implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,8}")) {
            throw new TypeConversionException("'" + text + "'; expected a whole number from 0 to 99999999");
        }
        return Integer.valueOf(text);
    }
}
