package dev.photofinish.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how schedules are chosen. */
final class Strategies implements ITypeConverter<Strategies.Kind> {

    enum Kind {
        REDUCED,
        EXHAUSTIVE,
        PCT,
        RANDOM;

        boolean samples() {
            return this == PCT || this == RANDOM;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Kind convert(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "'; expected one of "
                        + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "))));
    }
}
