package dev.photofinish.reports.junit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A suite as JUnit XML knows it, with the results that CI servers tell apart. */
record TestSuite(String name, Map<String, String> properties, List<TestCase> cases) {

    record TestCase(String className, String name, Duration took, Result result, String output) {}

    /** How a test ended; passed, failed, broken off with an error, or not run at all. */
    sealed interface Result {
        record Passed() implements Result {}

        record Failed(String message, String text) implements Result {}

        record Errored(String message, String text) implements Result {}

        record Skipped(String message) implements Result {}
    }

    long failures() {
        return count(Result.Failed.class);
    }

    long errors() {
        return count(Result.Errored.class);
    }

    long skipped() {
        return count(Result.Skipped.class);
    }

    Duration took() {
        return cases.stream().map(TestCase::took).reduce(Duration.ZERO, Duration::plus);
    }

    private long count(Class<? extends Result> kind) {
        return cases.stream().map(TestCase::result).filter(kind::isInstance).count();
    }
}
