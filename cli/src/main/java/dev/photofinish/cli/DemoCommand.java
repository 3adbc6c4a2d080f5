package dev.photofinish.cli;

import dev.photofinish.misty.database.RunningDatabase;
import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The main job in one command: five collisions on the racy code and on the right code of the reference server. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a database and the reference server twice, once with all hazards and once",
            "right, lets users collide on both, and writes a page about it. Ends with 0 only",
            "if every collision was seen on the racy code and none on the right code."
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

    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "Only these of the five bundled scenarios.")
    private List<String> scenarios = ScenarioFile.bundledNames();

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final RaceOptions options = new RaceOptions();

    @Mixin
    private final ReportChoice reports = new ReportChoice();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        RunClock clock = RunClock.start();
        reports.html = reports.html.or(() -> Optional.of(PAGE));
        List<ContestReport> racy;
        List<ContestReport> right;
        List<InvariantReport> invariants;
        try (RunningDatabase running = database.start();
                StopSignal stop = StopSignal.install()) {
            terminal.say("Database: " + running.description());
            ReferenceRace race = new ReferenceRace(terminal, running, database.choice, options, clock, stop);
            ReferenceRace.Result onRacy =
                    race.run("racy code", new Hazards(EnumSet.allOf(Hazard.class), Duration.ZERO), scenarios);
            ReferenceRace.Result onRight = race.run("right code", Hazards.none(), scenarios);
            racy = onRacy.contests();
            right = onRight.contests();
            invariants = onRight.invariants();
        }
        List<ContestReport> all = new ArrayList<>(racy);
        all.addAll(right);
        RunReport report = clock.report(options.seed(), all, invariants);
        reports.publish(report, terminal);
        return verdict(racy, right, invariants);
    }

    private static int verdict(List<ContestReport> racy, List<ContestReport> right, List<InvariantReport> invariants) {
        boolean allSeen = racy.stream().allMatch(contest -> contest.verdict() == Verdict.VIOLATED);
        boolean allHeld = right.stream().allMatch(contest -> contest.verdict() == Verdict.HELD)
                && invariants.stream().allMatch(invariant -> invariant.verdict() == Verdict.HELD);
        return allSeen && allHeld ? 0 : 1;
    }
}
