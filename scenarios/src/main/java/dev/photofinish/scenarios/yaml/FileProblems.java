package dev.photofinish.scenarios.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file cannot be used. The message has one line a problem, in reading order, ready to be printed. */
public final class FileProblems extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public FileProblems(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In reading order, never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
