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

    private final Terminal terminal;

    @Parameters(paramLabel = "KIND", description = "system or scenario.")
    private String kind = "";

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String schema = switch (kind) {
            case "system" -> SystemFile.schema();
            case "scenario" -> ScenarioFile.schema();
            default -> throw new UsageProblem("There is no schema of \"" + kind + "\"; there are system and scenario.");
        };
        terminal.out().println(schema);
        terminal.out().flush();
    }
}
