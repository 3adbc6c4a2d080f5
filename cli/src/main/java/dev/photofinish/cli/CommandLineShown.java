package dev.photofinish.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A command line as a report may show it: whatever stands before the host of an address is masked. */
record CommandLineShown(List<String> args) {

    @Override
    public String toString() {
        return args.stream()
                .map(CommandLineShown::masked)
                .map(arg -> arg.matches("[\\w./:=@,*+-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "./photofinish ", ""));
    }

    /** Up to the last @, since a password that was not encoded may hold one itself. */
    static String masked(String arg) {
        return arg.replaceAll("://\\S*@", "://***@");
    }
}
