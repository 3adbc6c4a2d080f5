package dev.photofinish.cli;

import dev.photofinish.explorer.schedule.Schedule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a schedule as witnesses print it. */
final class Schedules implements ITypeConverter<Schedule> {

    @Override
    public Schedule convert(String text) {
        try {
            return Schedule.parse(text);
        } catch (IllegalArgumentException empty) {
            throw new TypeConversionException("'" + text + "'; " + empty.getMessage());
        }
    }
}
