package dev.photofinish.misty.database;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Counts the tests that found no server and says so, once, when the test run ends. Safe for any thread. */
final class NotRun implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(NotRun.class);

    private final PrintStream console;
    private final Map<Engine, Missing> missing = new ConcurrentHashMap<>();

    private NotRun(PrintStream console) {
        this.console = console;
    }

    /** The run's own: its store closes it at the end. */
    static NotRun of(ExtensionContext context, PrintStream console) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(NotRun.class, key -> new NotRun(console), NotRun.class);
    }

    void count(Engine engine, DatabaseUnavailable reason) {
        missing.computeIfAbsent(engine, key -> new Missing(reason, new LongAdder()))
                .tests()
                .increment();
    }

    @Override
    public void close() {
        missing.forEach((engine, what) -> console.println(what.line(engine)));
    }

    private record Missing(DatabaseUnavailable reason, LongAdder tests) {

        /** The reason already ends with the cure. */
        String line(Engine engine) {
            return "Photofinish: " + tests + " tests NOT run on a real MongoDB (" + engine + "). "
                    + reason.getMessage();
        }
    }
}
