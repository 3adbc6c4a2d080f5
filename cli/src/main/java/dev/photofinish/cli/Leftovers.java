package dev.photofinish.cli;

import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.race.AbandonedCleanup;
import dev.photofinish.scenarios.race.CleanupJournal;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What races leave on a deployment when they do not come to their end, since they were killed: kept in {@code $XDG_STATE_HOME/photofinish}, or else {@code
 * ~/.local/state/photofinish}.
 */
record Leftovers(Terminal terminal, Path folder, Endpoint endpoint) {

    static Leftovers on(Endpoint endpoint, Terminal terminal) {
        return new Leftovers(terminal, KilledExplorations.folder(), endpoint);
    }

    /** Says what earlier races have left, and how to take it away. */
    void announce() throws IOException {
        for (AbandonedCleanup left : AbandonedCleanup.on(endpoint.toString(), folder)) {
            terminal.say("A race that began at " + left.begun() + " did not come to its end, and the data of "
                    + left.owed().size() + (left.owed().size() == 1 ? " round" : " rounds") + " are still on "
                    + endpoint
                    + "; their names begin with pf-. Take them away with: "
                    + CommandLineShown.fromHere(left.commandLine()) + " --clean-up");
        }
    }

    /**
     * Takes away what earlier races have left.
     *
     * @return whether there was anything
     */
    boolean cleanUp(Deployment deployment, List<ScenarioFile> scenarios) throws IOException {
        List<AbandonedCleanup> left = AbandonedCleanup.on(endpoint.toString(), folder);
        for (AbandonedCleanup race : left) {
            terminal.say(race.cleanUp(deployment, scenarios));
        }
        return !left.isEmpty();
    }

    /** Where this race says what it owes; nowhere, and that is said, if it cannot be written. */
    Optional<CleanupJournal> journal(CommandLineShown called) {
        try {
            return Optional.of(CleanupJournal.begin(folder, endpoint.toString(), called.fromAnywhere()));
        } catch (IOException unwritable) {
            terminal.say("What this race creates cannot be noted in " + folder + " (" + unwritable.getMessage()
                    + "): if it is killed, its data stay.");
            return Optional.empty();
        }
    }
}
