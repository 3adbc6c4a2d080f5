package dev.photofinish.cli;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.system.SystemFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what there is: scenarios, invariants, hazards. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the bundled scenarios, the system's invariants, and the reference server's hazards.")
final class ListCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    private final SystemChoice system = new SystemChoice();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        SystemFile file = system.read();
        terminal.out().println("Scenarios (photofinish race NAME):");
        ScenarioFile.bundledNames()
                .forEach(name -> entry(
                        name,
                        ScenarioFile.bundled(name, SystemFile.bundled("misty", variable -> java.util.Optional.empty()))
                                .title()));
        terminal.out().println("\nInvariants of " + file.title() + " (photofinish verify):");
        file.invariants().values().forEach((Invariant invariant) -> entry(invariant.name(), invariant.title()));
        terminal.out().println("\nHazards (photofinish serve --hazard NAME):");
        for (Hazard hazard : Hazard.values()) {
            entry(hazard.id(), hazard.defect());
        }
        terminal.out().flush();
    }

    private void entry(String name, String title) {
        terminal.out().println("  " + name + "\n      " + title);
    }
}
