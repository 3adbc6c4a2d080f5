package dev.photofinish.cli;

import dev.photofinish.scenarios.explore.Fresh;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where fresh data come from. */
final class FreshChoices implements ITypeConverter<Fresh> {

    @Override
    public Fresh convert(String text) {
        return switch (text) {
            case "restore" -> Fresh.RESTORED;
            case "given" -> Fresh.GIVEN;
            default -> throw new TypeConversionException("'" + text + "'; expected restore or given");
        };
    }
}
