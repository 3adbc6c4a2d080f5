package dev.photofinish.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command line as a report may show it: whatever stands before the host of an address is masked.
 *
 * @param program as it was called, so that the line works from the folder where it is printed
 */
record CommandLineShown(String program, List<String> args) {

    /** As the launcher was called. */
    CommandLineShown(List<String> args) {
        this(System.getProperty("photofinish.called", "./photofinish"), args);
    }

    /** The same program with other arguments. */
    CommandLineShown with(List<String> others) {
        return new CommandLineShown(program, others);
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(program), args.stream())
                .map(CommandLineShown::masked)
                .map(CommandLineShown::quoted)
                .collect(Collectors.joining(" "));
    }

    /** As it works from whatever folder it is read in later. */
    String fromAnywhere() {
        return changingFolder() + this;
    }

    /** Such a line from the folder where we are: without the change of folders if it leads here. */
    static String fromHere(String fromAnywhere) {
        return fromAnywhere.startsWith(changingFolder())
                ? fromAnywhere.substring(changingFolder().length())
                : fromAnywhere;
    }

    private static String changingFolder() {
        return "cd " + quoted(Path.of("").toAbsolutePath().toString()) + " && ";
    }

    private static String quoted(String arg) {
        return arg.matches("[\\w./:=@,*+-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }

    /** Up to the last @, since a password that was not encoded may hold one itself. */
    static String masked(String arg) {
        return arg.replaceAll("://\\S*@", "://***@");
    }
}
