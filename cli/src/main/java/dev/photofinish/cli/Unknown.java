package dev.photofinish.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A command that there is none of. Picocli forgives it as soon as help is asked for, and prints that of another command. */
final class Unknown {

    private Unknown() {}

    /** Only the commands that lead to one that is unknown, which is then an error; all arguments if there is none. */
    static List<String> first(CommandLine line, String... args) {
        List<String> path = new ArrayList<>();
        CommandLine command = line;
        for (String arg : args) {
            if (command.getSubcommands().isEmpty() || arg.startsWith("-")) {
                continue;
            }
            path.add(arg);
            CommandLine next = command.getSubcommands().get(arg);
            if (next == null) {
                return path;
            }
            command = next;
        }
        return List.of(args);
    }
}
