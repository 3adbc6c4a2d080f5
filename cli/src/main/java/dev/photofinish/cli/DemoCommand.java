package dev.photofinish.cli;

import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The main job in one command: five contests, raced and explored, on the reference server's racy code and right code. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a database and the reference server twice, once with all hazards and once",
            "right, lets users collide on both, explores every interleaving that matters, and",
            "writes a page about it. Ends with 0 only if everything was seen on the racy code",
            "and nothing on the right code."
        },
        footer = {
            "",
            "Examples:",
            "  photofinish demo",
            "  photofinish demo --database mongod --rounds 300 --html race.html",
            "  photofinish demo rapid-invoice-generation"
        })
final class DemoCommand implements Callable<Integer> {

    private static final Path PAGE = Path.of("photofinish-demo.html");

    private final Terminal terminal;
    private final CommandLineShown called;

    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "Only these of the five bundled scenarios.")
    private List<String> scenarios = ScenarioFile.bundledNames();

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final RaceOptions options = new RaceOptions();

    @Mixin
    private final ReportChoice reports = new ReportChoice();

    DemoCommand(Terminal terminal, CommandLineShown called) {
        this.terminal = terminal;
        this.called = called;
    }

    @Override
    public Integer call() throws IOException {
        scenarios.forEach(DemoCommand::mustBeBundled);
        reports.html = reports.html.or(() -> Optional.of(PAGE));
        return new RacyAndRight(terminal, called, database, options, Optional.of(new ExploreOptions()), reports)
                .race(scenarios, options.rounds, options.rounds);
    }

    private static void mustBeBundled(String scenario) {
        if (!ScenarioFile.bundledNames().contains(scenario)) {
            throw new UsageProblem("The demo has no scenario \"" + scenario + "\"; it has "
                    + String.join(", ", ScenarioFile.bundledNames()) + ". Your own are raced by photofinish race.");
        }
    }
}
