package dev.photofinish.scenarios.explore;

import com.mongodb.MongoException;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.search.EveryOrder;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.reports.Coverage;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Texts;
import dev.photofinish.reports.Unsafe;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.race.DirectedRounds;
import dev.photofinish.scenarios.race.EndedRound;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.scenario.SharedSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explores scenarios against one deployment whose database commands come through a gate, and reports what came of it.
 *
 * <pre>
 *   given ─▶ contenders ─HTTP─▶ application ─commands─▶ gate, one at a time, in every order that matters ─▶ MongoDB
 *     ▲                                                                                                   │
 *     └─────── put back ◀── judged: expectations, checks, invariants ◀── steps and checks after it ◀──────┘
 * </pre>
 *
 * For one thread at a time.
 */
public final class ScenarioExploration {

    private static final String STOPPED = "Stopped before the schedule at hand was at its end.";

    private final Deployment deployment;
    private final Database database;
    private final WireGate gate;
    private final ExploreSettings settings;
    private final Lens lens;
    private final Optional<Path> journals;

    /** @param database the same that the gate stands before, past it */
    public ScenarioExploration(Deployment deployment, Database database, WireGate gate, ExploreSettings settings) {
        this(deployment, database, gate, settings, Lens.NONE);
    }

    ScenarioExploration(Deployment deployment, Database database, WireGate gate, ExploreSettings settings, Lens lens) {
        this(deployment, database, gate, settings, lens, Optional.empty());
    }

    private ScenarioExploration(
            Deployment deployment,
            Database database,
            WireGate gate,
            ExploreSettings settings,
            Lens lens,
            Optional<Path> journals) {
        this.journals = journals;
        this.lens = lens;
        this.deployment = deployment;
        this.database = database;
        this.gate = gate;
        this.settings = settings;
    }

    /**
     * The same, but what would have to be put back if it were killed is noted down.
     *
     * @param folder {@link dev.photofinish.explorer.data.Journal#folder}
     */
    public ScenarioExploration notingDownIn(Path folder) {
        return new ScenarioExploration(deployment, database, gate, settings, lens, Optional.of(folder));
    }

    /**
     * Runs schedule after schedule, until none is left or the watcher ends it. The data are then as they were given, and taken
     * away as far as the scenario says how.
     *
     * @throws NoAnswerException if the contenders cannot even sign in because nobody answers
     * @throws CannotSignIn if they are not let in
     * @throws InterruptedException if the thread is interrupted; nothing of it is left running
     */
    public ExplorationReport run(ScenarioFile scenario, Watcher watcher)
            throws NoAnswerException, InterruptedException {
        long begun = System.nanoTime();
        try (DirectedRounds rounds = DirectedRounds.of(scenario, deployment, Optional.of(database), settings.run())) {
            Ground ground = new Ground(rounds, settings.fresh(), gate);
            noteDown(ground).ifPresent(ground::note);
            try {
                return explore(scenario, rounds, ground, watcher, begun);
            } finally {
                leaveBehind(ground);
                rounds.cleanUp();
            }
        }
    }

    /** What has been found counts, whether or not the database still answers. */
    private static void leaveBehind(Ground ground) {
        try {
            ground.leaveBehind();
        } catch (MongoException gone) {
            // it went away in the middle, which the exploration has said
            return;
        }
    }

    /** Why it cannot be noted down, in a sentence; it is explored all the same. */
    private Optional<String> noteDown(Ground ground) {
        try {
            if (journals.isPresent()) {
                ground.noteDownIn(journals.get());
            }
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of(
                    "Should this be killed, what it has written will not be offered to be put back: " + e + ".");
        }
    }

    private ExplorationReport explore(
            ScenarioFile scenario, DirectedRounds rounds, Ground ground, Watcher watcher, long begun)
            throws InterruptedException {
        ScenarioContest contest = ScenarioContest.of(scenario, deployment, gate, ground, settings.settle());
        Presence presence = new Presence(watcher, deployment.endpoint());
        contest.whenUnanswered(presence::unanswered);
        Found found = find(scenario, rounds, contest, ground, presence);
        ExplorationReport report = new ExplorationReport(
                scenario.name(),
                scenario.title(),
                scenario.source(),
                deployment(),
                settings.strategy().name(),
                Duration.ofNanos(System.nanoTime() - begun),
                found.coverage(),
                found.discoveries(),
                presence.sentence().or(found::givenUp),
                found.obstacles(),
                found.doubts(),
                new Unsafe(found.unsafe(), settings.unsafe()),
                Stream.of(
                                SharedSessions.sentences(scenario, deployment.system()),
                                ground.notes(),
                                contest.bystanders().notes())
                        .flatMap(Collection::stream)
                        .toList(),
                ExplorationPicture.passed(contest.bystanders()));
        return Texts.in(report, deployment.secrets()::maskTokens);
    }

    private Found find(
            ScenarioFile scenario, DirectedRounds rounds, ScenarioContest contest, Ground ground, Watcher watcher)
            throws InterruptedException {
        try (Brake brake = new Brake(() -> contest.breakOff(STOPPED))) {
            watcher.whenStopped(brake::pull);
            try {
                Found found = search(scenario, rounds, contest, ground, watcher);
                return brake.isPulled() && found.coverage().saysNothing() ? Found.stopped(scenario) : found;
            } catch (InterruptedException stopped) {
                if (brake.isPulled()) {
                    return Found.stopped(scenario);
                }
                throw stopped;
            }
        }
    }

    private Found search(
            ScenarioFile scenario, DirectedRounds rounds, ScenarioContest contest, Ground ground, Watcher watcher)
            throws InterruptedException {
        try {
            FreshCheck check = new FreshCheck(contest, ground);
            CarriedOver carriedOver = new CarriedOver(check);
            Optional<String> difference = switch (settings.fresh()) {
                case RESTORED -> check.difference();
                case GIVEN -> carriedOver.atOnce();
            };
            if (difference.isPresent()) {
                String why = contest.pastTheGate().orElse(difference.get());
                return Found.nothing(scenario, why);
            }
            Verdicts verdicts = Verdicts.of(
                    scenario, deployment, contest, ground, database.mongo().getName());
            Optional<String> elsewhere = new Whereabouts(scenario, database).elsewhere(contest.used());
            if (elsewhere.isPresent()) {
                return Found.nothing(scenario, elsewhere.get());
            }
            Exploration<EndedRound> exploration = new EveryOrder(new Explorer(settings.strategy(), settings.search()))
                    .explore(lens.on(contest), lens.on(new Aftermath(contest, ground, verdicts)), watcher);
            ExplorationPicture picture = new ExplorationPicture(
                    schedule -> settings.replay().apply(scenario.name(), schedule), verdicts.wrongAnyway());
            Found found = new Found(
                    ExplorationPicture.coverage(exploration.coverage()),
                    picture.discoveries(exploration),
                    exploration.givenUp(),
                    List.copyOf(exploration.obstacles()),
                    Stream.of(exploration.doubts(), rounds.blind(), ground.doubts())
                            .<String>flatMap(Collection::stream)
                            .toList(),
                    List.copyOf(exploration.unsafe()));
            Optional<String> mixed = contest.mixedData().stream().findFirst();
            if (mixed.isPresent() && found.isViolated()) {
                return found.unproven(mixed.get());
            }
            if (watcher.stop()) {
                return found;
            }
            return switch (settings.fresh()) {
                case GIVEN ->
                    found.isClean()
                            ? found
                            : carriedOver.inTheEnd().map(found::unproven).orElse(found);
                case RESTORED ->
                    found.isViolated()
                            ? found
                            : check.inTheEnd().map(found::doubted).orElse(found);
            };
        } catch (CannotBegin.NothingSeen nothing) {
            return Found.nothing(scenario, told(scenario, ground) + nothing.getMessage());
        } catch (CannotBegin nobody) {
            return Found.nothing(scenario, String.valueOf(nobody.getMessage()));
        } catch (MongoException gone) {
            return Found.nothing(scenario, "The database stopped answering: " + firstSentence(gone));
        } catch (RuntimeException mishap) {
            return Found.nothing(
                    scenario,
                    "Something unforeseen went wrong before a schedule was run, and the scenario could not be"
                            + " explored: "
                            + mishap + ".");
        }
    }

    /** Who is answered that there is no such page, or that there were too many requests, needs no database for it. */
    private static String told(ScenarioFile scenario, Ground ground) {
        return scenario.contenders().stream()
                .map(contender -> contender.name() + ": " + ground.round().told(contender.name()))
                .collect(Collectors.joining(", ", "The contenders were told: ", ". "));
    }

    /** The driver's messages go on with the state of its pool. */
    private static String firstSentence(MongoException gone) {
        return String.valueOf(gone.getMessage()).replaceFirst("(?s)\\. .*", ".");
    }

    /** What is explored. */
    DeploymentInfo deployment() {
        return new DeploymentInfo(
                settings.label(),
                deployment.endpoint().toString(),
                Optional.of(database.description()),
                settings.expected());
    }

    private record Found(
            Coverage coverage,
            List<Discovery> discoveries,
            Optional<String> givenUp,
            List<String> obstacles,
            List<String> doubts,
            List<String> unsafe) {

        boolean isClean() {
            return discoveries.isEmpty() && obstacles.isEmpty() && doubts.isEmpty() && givenUp.isEmpty();
        }

        boolean isViolated() {
            return discoveries.stream().anyMatch(found -> found.weight() == Discovery.Weight.VIOLATION);
        }

        /** The same, but if nothing was found broken, nothing is known. */
        Found doubted(String why) {
            return new Found(
                    coverage,
                    discoveries,
                    givenUp,
                    obstacles,
                    Stream.concat(doubts.stream(), Stream.of(why)).toList(),
                    unsafe);
        }

        /** The same, but what broke a rule may have been there before. */
        Found unproven(String why) {
            return new Found(
                    coverage.violatingNothingForSure(),
                    List.of(),
                    givenUp,
                    Stream.concat(Stream.of(why), obstacles.stream()).toList(),
                    doubts.stream().filter(doubt -> !doubt.equals(why)).toList(),
                    unsafe);
        }

        /** Whatever else kept it from going on came of being stopped. */
        static Found stopped(ScenarioFile scenario) {
            Found nothing = nothing(scenario, "");
            return new Found(
                    nothing.coverage,
                    List.of(),
                    Optional.of("Stopped before the first schedule was at its end."),
                    List.of(),
                    List.of(),
                    List.of());
        }

        static Found nothing(ScenarioFile scenario, String why) {
            Map<String, Integer> commands = new LinkedHashMap<>();
            scenario.contenders().stream().map(Contender::name).forEach(name -> commands.put(name, 0));
            Coverage none = new Coverage(
                    commands, 0, 0, 0, 0, 0, Optional.empty(), false, Optional.empty(), 0, 0, 0, Optional.empty());
            return new Found(none, List.of(), Optional.empty(), List.of(why), List.of(), List.of());
        }
    }
}
