package dev.photofinish.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500us}, {@code 5ms}, {@code 2s}, {@code 1m}. */
final class Durations implements ITypeConverter<Duration> {

    private static final Pattern NOTATION = Pattern.compile("(\\d{1,9})(us|µs|ms|s|m)");

    @Override
    public Duration convert(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "'; expected a number with its unit, such as 500us, 5ms, 2s or 1m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofNanos(number * 1000);
        };
    }
}
