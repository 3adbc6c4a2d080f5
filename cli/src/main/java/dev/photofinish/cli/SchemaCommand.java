package dev.photofinish.cli;

import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a kind of file, for editors to complete it. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of system or scenario files.",
        footer = {"", "Example:", "  photofinish schema scenario > scenario.schema.json"})
final class SchemaCommand implements Runnable {

    /** The kinds of file. */
    enum Kind {
        SYSTEM,
        SCENARIO
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "KIND", description = "system or scenario.")
    private Kind kind = Kind.SYSTEM;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.out()
                .println(
                        switch (kind) {
                            case SYSTEM -> SystemFile.schema();
                            case SCENARIO -> ScenarioFile.schema();
                        });
        terminal.out().flush();
    }
}
