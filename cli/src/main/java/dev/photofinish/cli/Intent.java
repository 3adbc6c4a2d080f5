package dev.photofinish.cli;

import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.SharedSessions;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is about to be done to a deployment: said before it is done, and asked about when it is somebody else's machine. */
record Intent(
        String system,
        Endpoint endpoint,
        String amount,
        String each,
        List<String> scenarios,
        Set<String> calls,
        List<String> sharing,
        boolean cleansUp) {

    static Intent of(List<ScenarioFile> files, SystemFile system, int rounds, Endpoint endpoint) {
        return of(
                files, system, rounds + (rounds == 1 ? " round each of " : " rounds each of "), "Each round", endpoint);
    }

    static Intent exploring(List<ScenarioFile> files, SystemFile system, Endpoint endpoint) {
        return of(files, system, "every schedule that matters of ", "Each schedule", endpoint);
    }

    private static Intent of(
            List<ScenarioFile> files, SystemFile system, String amount, String each, Endpoint endpoint) {
        Set<String> calls = new LinkedHashSet<>();
        files.forEach(file -> {
            file.given().forEach(step -> calls.add(name(step)));
            file.contenders().forEach(contender -> contender.steps().forEach(step -> calls.add(name(step))));
        });
        return new Intent(
                system.title(),
                endpoint,
                amount,
                each,
                files.stream().map(ScenarioFile::name).toList(),
                calls,
                files.stream()
                        .flatMap(file -> SharedSessions.sentences(file, system).stream())
                        .distinct()
                        .toList(),
                files.stream().noneMatch(file -> file.cleanup().isEmpty()));
    }

    /** @throws UsageProblem if the deployment is not on this machine and nobody said yes */
    void announce(Terminal terminal, boolean yes) {
        terminal.say("On " + system + " at " + endpoint + ": " + amount + String.join(", ", scenarios) + ".");
        terminal.say(each + " calls " + calls.stream().collect(Collectors.joining(", ")) + ". Its data is named pf-..."
                + (cleansUp ? " and removed afterwards as far as the API allows." : " and stays there."));
        sharing.forEach(terminal::say);
        mustBeAllowed(endpoint, "create that data", yes);
    }

    /** @throws UsageProblem if the deployment is not on this machine and nobody said yes */
    static void mustBeAllowed(Endpoint endpoint, String what, boolean yes) {
        if (!yes && !TargetChoice.isLoopback(endpoint.host())) {
            throw new UsageProblem(
                    endpoint + " is not this machine. If you may " + what + " there, say so with --yes.");
        }
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.Call call -> call.operation().name();
            case Step.Insert insert -> "an insert into " + insert.collection();
        };
    }
}
