package dev.photofinish.stress;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Runs jcstress with its own arguments, quietly, and ends with 1 on a forbidden outcome and also on a missing result:
 * jcstress itself is content when it has run nothing, as with a mistyped filter or without its annotation processor.
 */
final class Run {

    private static final Path LOG = Path.of("jcstress.log");

    private Run() {}

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments);
        PrintStream terminal = System.out;
        List<String> complaints = new ArrayList<>();
        try (PrintStream log = new PrintStream(Files.newOutputStream(LOG), true, StandardCharsets.UTF_8)) {
            System.setOut(log);
            if (!options.parse()) {
                throw new IllegalArgumentException("jcstress does not know these arguments; see target/" + LOG);
            }
            new JCStress(options).run();
        } catch (AssertionError forbidden) {
            complaints.add(String.valueOf(forbidden.getMessage()));
        } finally {
            System.setOut(terminal);
        }
        Collection<TestResult> results = results(options);
        complaints.addAll(missing(results));
        results.forEach(result -> complaints.addAll(complaints(result)));

        if (!complaints.isEmpty()) {
            terminal.println(Files.readString(LOG));
            complaints.forEach(terminal::println);
            System.exit(1);
        }
        terminal.printf(
                "jcstress: %d tests, %d results, no forbidden outcome%n",
                TestList.tests().size(), results.size());
    }

    private static Collection<TestResult> results(Options options) throws IOException, ClassNotFoundException {
        InProcessCollector collector = new InProcessCollector();
        Path file = Path.of(options.getResultFile());
        if (Files.exists(file)) {
            DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
            reader.dump();
            reader.close();
            Files.delete(file);
        }
        return collector.getTestResults();
    }

    private static List<String> missing(Collection<TestResult> results) {
        List<String> tests = List.copyOf(TestList.tests());
        if (tests.isEmpty()) {
            return List.of("There are no jcstress tests on the class path; has its annotation processor run?");
        }
        return tests.stream()
                .filter(test ->
                        results.stream().noneMatch(result -> result.getName().equals(test) && !result.isEmpty()))
                .map(test -> "No result of %s: it has not run.".formatted(test))
                .toList();
    }

    private static List<String> complaints(TestResult result) {
        if (result.status() != Status.NORMAL) {
            return List.of("%s ended with %s.".formatted(result.getName(), result.status()));
        }
        return result.grading().isPassed ? List.of() : List.of("%s: forbidden outcome.".formatted(result.getName()));
    }
}
