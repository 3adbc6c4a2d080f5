package dev.photofinish.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A command line as a report may show it: a password in an address is masked. */
record CommandLineShown(List<String> args) {

    private static volatile List<String> ofProcess = List.of();

    static void remember(String... args) {
        ofProcess = List.of(args);
    }

    static String ofThisProcess() {
        return new CommandLineShown(ofProcess).toString();
    }

    @Override
    public String toString() {
        return args.stream()
                .map(arg -> arg.replaceAll("://[^/@\\s]*@", "://***@"))
                .map(arg -> arg.matches("[\\w./:=@,*+-]+") ? arg : "'" + arg + "'")
                .collect(Collectors.joining(" ", "./photofinish ", ""));
    }
}
