package dev.photofinish.misty.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The mongod of this machine, for tests that are about starting one themselves. */
final class MongodProgram {

    private MongodProgram() {}

    /** Aborts the test where there is none, or fails it with {@code CI=true}. */
    static Path ofThisMachine() {
        Surroundings machine = Surroundings.ofThisProcess();
        return Stream.of(
                        machine.variable(MongodFile.VARIABLE).map(Path::of),
                        machine.onPath("mongod"),
                        Optional.of(machine.fetchedMongod()))
                .flatMap(Optional::stream)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing(System.getenv()));
    }

    private static RuntimeException missing(Map<String, String> environment) {
        String reason = "There is no mongod on this machine. " + Search.CURE;
        return switch (WhenMissing.in(environment, System.err)) {
            case WhenMissing.Fail fail -> new IllegalStateException(reason);
            case WhenMissing.SkipAndSay skip -> new TestAbortedException(reason);
        };
    }
}
