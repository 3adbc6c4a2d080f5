package dev.photofinish.cli;

import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.template.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which kind of deployment is tested, and which scenarios there are for it. */
final class SystemChoice {

    private static final String BUNDLED = "misty";

    @Option(
            names = "--system",
            paramLabel = "FILE",
            description = "The system file that describes the deployment; the bundled one for Misty if not given.")
    Path file = Path.of("");

    SystemFile read() {
        return isBundled()
                ? SystemFile.bundled(BUNDLED, Environment.ofProcess())
                : SystemFile.read(file, Environment.ofProcess());
    }

    /** A scenario by the name of a bundled one or by its file. */
    ScenarioFile scenario(String nameOrFile, SystemFile system) {
        if (ScenarioFile.bundledNames().contains(nameOrFile)
                || ScenarioFile.bundledPairs().contains(nameOrFile)) {
            if (!isBundled()) {
                throw new UsageProblem("The scenario " + nameOrFile
                        + " is one for Misty; with --system, give the files of your own scenarios.");
            }
            return ScenarioFile.bundled(nameOrFile, system);
        }
        if (Files.isRegularFile(Path.of(nameOrFile))) {
            return ScenarioFile.read(Path.of(nameOrFile), system);
        }
        throw new UsageProblem("There is no scenario and no file \"" + nameOrFile + "\". Bundled scenarios: "
                + String.join(", ", ScenarioFile.bundledNames()) + ". A file is given by its path.");
    }

    List<ScenarioFile> scenarios(List<String> namesOrFiles, SystemFile system) {
        return namesOrFiles.stream().map(each -> scenario(each, system)).toList();
    }

    /** Whether it is the one that comes with Photofinish, with its scenarios and its reference server. */
    boolean isBundled() {
        return file.toString().isEmpty();
    }
}
