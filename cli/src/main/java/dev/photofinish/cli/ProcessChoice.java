package dev.photofinish.cli;

import dev.photofinish.explorer.processes.Residence;
import dev.photofinish.scenarios.http.Endpoint;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which of this machine's processes the application is, where its connections do not tell. */
final class ProcessChoice {

    @Option(
            names = "--pid",
            paramLabel = "N[,M]",
            split = ",",
            converter = ProcessIds.class,
            description = {
                "The application's processes on this machine, where they are neither connected to the",
                "gate nor wait at the URL themselves (behind a proxy). Nobody is taken for finished",
                "while they are at work."
            })
    private List<Long> processes = List.of();

    /** @throws UsageProblem if there is no such process */
    Residence residence(Endpoint application) {
        for (long process : processes) {
            if (ProcessHandle.of(process).isEmpty()) {
                throw new UsageProblem(
                        "There is no process %d on this machine. --pid names those of the application; it must have been started."
                                .formatted(process));
            }
        }
        OptionalInt port =
                TargetChoice.isLoopback(application.host()) ? OptionalInt.of(application.port()) : OptionalInt.empty();
        return new Residence(Set.copyOf(processes), port);
    }
}
