package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.schedule.Schedule;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How one test is run again from a command line.
 *
 * @param test its class as {@code -Dtest} finds it, {@code #} and its method
 * @param invocation which one, of a test that is run several times: {@code 3}; {@code 2.3} if its class is, too
 */
record Rerun(String test, Optional<String> invocation) {

    static final String REPLAY = "photofinish.replay";
    static final String INVOCATION = "photofinish.invocation";

    /** How JUnit counts the invocations of parameterized and repeated tests and classes. */
    private static final Pattern COUNTED = Pattern.compile("-invocation:#(\\d+)]");

    static Rerun of(ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        String name = tests.getName().substring(tests.getPackageName().length()).replaceFirst("^\\.", "");
        return new Rerun(name + "#" + context.getRequiredTestMethod().getName(), invocation(context));
    }

    static Optional<String> invocation(ExtensionContext context) {
        return Optional.of(COUNTED.matcher(context.getUniqueId())
                        .results()
                        .map((MatchResult counted) -> counted.group(1))
                        .collect(Collectors.joining(".")))
                .filter(counted -> !counted.isEmpty());
    }

    /** What is to be added to the command that runs tests; a shell leaves alone what is between quotes. */
    String arguments(Schedule schedule) {
        String selected = test.contains("$") ? "'" + test + "'" : test;
        return "-Dtest=%s%s -D%s=\"%s\""
                .formatted(
                        selected,
                        invocation
                                .map(number -> " -D" + INVOCATION + "=" + number)
                                .orElse(""),
                        REPLAY,
                        schedule);
    }
}
