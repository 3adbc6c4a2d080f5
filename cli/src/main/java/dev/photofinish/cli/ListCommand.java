package dev.photofinish.cli;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what there is: scenarios, invariants, hazards. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the bundled scenarios, the system's invariants, and the reference server's hazards.",
        footer = {
            "",
            "Examples:",
            "  photofinish list",
            "  photofinish list --system my-system.yaml       the invariants of your own system"
        })
final class ListCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    private final SystemChoice choice = new SystemChoice();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        SystemFile system = choice.read();
        if (choice.isBundled()) {
            heading("Scenarios (photofinish race NAME):");
            ScenarioFile.bundledNames()
                    .forEach(name ->
                            entry(name, ScenarioFile.bundled(name, system).title()));
            heading("Pairs of operations (photofinish explore --pairs):");
            ScenarioFile.bundledPairs()
                    .forEach(name ->
                            entry(name, ScenarioFile.bundled(name, system).title()));
        }
        heading("Invariants of " + system.title() + " (photofinish verify):");
        system.invariants().values().forEach(invariant -> entry(invariant.name(), invariant.title()));
        if (choice.isBundled()) {
            heading("Hazards (photofinish serve --hazard NAME):");
            Arrays.stream(Hazard.values()).forEach(hazard -> entry(hazard.id(), hazard.defect()));
        }
        terminal.out().flush();
    }

    private void heading(String text) {
        terminal.out().println(text);
    }

    private void entry(String name, String title) {
        terminal.out().println("  " + name + "\n      " + title);
    }
}
