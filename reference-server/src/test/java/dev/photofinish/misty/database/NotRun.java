package dev.photofinish.misty.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Counts the tests that found no server and says so, once, when the test run ends. Safe for any thread. */
final class NotRun implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(NotRun.class);

    private final Map<Engine, Missing> missing = new ConcurrentHashMap<>();

    /** The run's own: its store closes it at the end. */
    static NotRun of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(NotRun.class, key -> new NotRun(), NotRun.class);
    }

    void count(Engine engine, DatabaseUnavailable reason) {
        missing.computeIfAbsent(engine, key -> new Missing(reason, new LongAdder()))
                .tests()
                .increment();
    }

    @Override
    public void close() {
        missing.forEach((engine, what) -> System.err.println(what.line(engine)));
    }

    private record Missing(DatabaseUnavailable reason, LongAdder tests) {

        /** The reason already ends with the cure. */
        String line(Engine engine) {
            return "Photofinish: " + tests + " tests NOT run on a real MongoDB (" + engine + "). "
                    + reason.getMessage();
        }
    }
}
