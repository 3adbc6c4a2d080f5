package dev.photofinish.cli;

import dev.photofinish.scenarios.scenario.ScenarioFile;

/** What only works with the scenarios that come with Photofinish, since it starts the reference server itself. */
final class BundledOnly {

    private BundledOnly() {}

    static void check(String scenario) {
        if (!ScenarioFile.bundledNames().contains(scenario)
                && !ScenarioFile.bundledPairs().contains(scenario)) {
            throw new UsageProblem("The reference server has no scenario \"" + scenario + "\"; it has "
                    + String.join(", ", ScenarioFile.bundledNames()) + ". Your own need your own deployment: --url.");
        }
    }
}
