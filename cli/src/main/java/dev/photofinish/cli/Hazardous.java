package dev.photofinish.cli;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names of hazards. */
final class Hazardous implements ITypeConverter<Hazards> {

    @Override
    public Hazards convert(String names) {
        try {
            return new Hazards(Hazard.parse(names), Duration.ZERO);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException("'" + names + "'; " + unknown.getMessage());
        }
    }
}
