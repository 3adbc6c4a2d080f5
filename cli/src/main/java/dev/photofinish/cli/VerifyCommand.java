package dev.photofinish.cli;

import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantRun;
import dev.photofinish.scenarios.system.SystemFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks invariants on data at rest, whatever made it. It only reads. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks the system file's invariants on the data that is there. It only reads.",
        footer = {
            "",
            "Examples:",
            "  photofinish verify --mongo mongodb://127.0.0.1:27017/misty_manufacturing",
            "  photofinish verify --url http://127.0.0.1:8001      invariants on API answers only"
        })
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final CommandLineShown called;

    @Mixin
    private final SystemChoice systemChoice = new SystemChoice();

    @Mixin
    private final TargetChoice target = new TargetChoice();

    @Mixin
    private final ReportChoice reports = new ReportChoice();

    VerifyCommand(Terminal terminal, CommandLineShown called) {
        this.terminal = terminal;
        this.called = called;
    }

    @Override
    public Integer call() throws IOException {
        if (target.mongo.isEmpty() && target.url.isEmpty()) {
            throw new UsageProblem(
                    "Say where the data is: --mongo mongodb://host:27017/database, or --url for the invariants on API"
                            + " answers.");
        }
        SystemFile system = target.at(systemChoice.read());
        reports.mustBeWritable();
        RunClock clock = RunClock.start(called);
        RunReport report = clock.report(0, List.of(), check(system));
        return reports.publish(report, terminal).exitCode();
    }

    private List<InvariantReport> check(SystemFile system) throws IOException {
        Optional<Database> database = target.database(system);
        try (Deployment deployment = Deployment.at(target.endpoint(system), system)) {
            Optional<Deployment> asked = target.url.map(url -> deployment);
            InvariantRun run = InvariantRun.ofNow(system.invariants().values(), database, asked, deployment.secrets());
            run.notJudged().ifPresent(terminal::say);
            List<InvariantReport> found = run.end();
            if (found.isEmpty()) {
                throw new UsageProblem(
                        "The system file has no invariant that can be judged there. Those on data need --mongo, those"
                                + " on answers --url.");
            }
            return found;
        } finally {
            database.ifPresent(Database::close);
        }
    }
}
