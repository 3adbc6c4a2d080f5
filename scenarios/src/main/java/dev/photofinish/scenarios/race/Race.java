package dev.photofinish.scenarios.race;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.Course;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.Ruling;
import dev.photofinish.reports.Texts;
import dev.photofinish.reports.Witness;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.Keep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Races one scenario against one deployment, round after round on fresh data, and reports what it saw.
 *
 * <pre>
 *   given steps ─▶ contenders, released together ─▶ steps and checks after it ─▶ judged ─▶ counted
 * </pre>
 *
 * For one thread at a time.
 */
public final class Race {

    /** Each order of the contenders so many times, to learn how long a request takes when nobody is in its way. */
    private static final int ALONE = 2;

    private final Deployment deployment;
    private final Optional<Database> database;
    private final RaceSettings settings;
    private final Cleanup cleanup;

    public Race(Deployment deployment, Optional<Database> database, RaceSettings settings) {
        this(deployment, database, settings, Optional.empty());
    }

    /** @param journal of what is owed to the deployment, for whoever comes after a race that was killed */
    public Race(
            Deployment deployment,
            Optional<Database> database,
            RaceSettings settings,
            Optional<CleanupJournal> journal) {
        this.deployment = deployment;
        this.database = database;
        this.settings = settings;
        this.cleanup = new Cleanup(deployment, journal);
    }

    /**
     * Runs the rounds, or fewer if it is told to stop or the deployment is gone.
     *
     * @param stop asked before each round
     * @throws NoAnswerException if the contenders cannot even sign in because nobody answers
     * @throws CannotSignIn if they are not let in
     */
    public ContestReport run(ScenarioFile scenario, RoundListener listener, BooleanSupplier stop)
            throws NoAnswerException {
        long begun = System.nanoTime();
        Seen seen = new Seen(deployment.system().arrived());
        RoundJudge judge =
                new RoundJudge(scenario, InvariantChecks.on(database, Optional.of(deployment)), deployment.secrets());
        EarlyEnd end = new EarlyEnd(settings.rounds(), stop);
        try (RoundRunner runner = RoundRunner.of(scenario, deployment, database, settings)) {
            for (RoundPlan plan : RoundPlan.of(scenario, settings)) {
                if (end.comes()) {
                    break;
                }
                RoundRunner.Begun given = runner.begin(plan);
                cleanup.owe(scenario, given.scope());
                Round round = runner.run(given);
                cleanup.owe(scenario, round.scope());
                JudgedRound judged = judge.judge(round);
                end.ran(judged.verdict());
                seen.add(judged);
                listener.judged(seen.tally().tally());
            }
            if (seen.mayTellOverlap() && end.sentence().isEmpty()) {
                learnServiceTimes(scenario, runner, seen, stop);
            }
        }
        return report(scenario, Duration.ofNanos(System.nanoTime() - begun), seen, course(end, seen, judge));
    }

    /** That a scenario was not even begun since the race was stopped before. */
    public ContestReport notBegun(ScenarioFile scenario) {
        EarlyEnd end = new EarlyEnd(settings.rounds(), () -> true);
        end.comes();
        Course none = new Course(settings.rounds(), end.sentence(), List.of(), Optional.empty());
        return report(scenario, Duration.ZERO, new Seen(Optional.empty()), none);
    }

    /** Only now that everything is warm, and only where it may matter. */
    private void learnServiceTimes(ScenarioFile scenario, RoundRunner runner, Seen seen, BooleanSupplier stop) {
        List<Contender> order = new ArrayList<>(scenario.contenders());
        for (int extra = 1; extra <= 2 * ALONE && !stop.getAsBoolean(); extra++) {
            RoundPlan plan = RoundPlan.of(scenario, settings.run(), settings.rounds() + extra);
            cleanup.owe(scenario, runner.oneAfterTheOther(plan, order, seen.overlaps()::alone));
            Collections.reverse(order);
        }
    }

    private Course course(EarlyEnd end, Seen seen, RoundJudge judge) {
        List<String> doubts = Stream.of(end.silence().stream(), seen.cutOff().stream(), judge.blind().stream())
                .flatMap(sentences -> sentences)
                .toList();
        return new Course(
                settings.rounds(), end.sentence(), doubts, seen.overlaps().seen());
    }

    /** What the rounds showed, looked at in several ways. */
    private record Seen(ContestTally tally, Arrivals arrivals, Overlaps overlaps, CutOffs cutOffs) {

        /** @param arrived where answers tell when their requests arrived */
        Seen(Optional<Keep> arrived) {
            this(new ContestTally(), new Arrivals(arrived), new Overlaps(), new CutOffs());
        }

        void add(JudgedRound judged) {
            tally.add(judged);
            arrivals.add(judged.round());
            overlaps.add(judged.round());
            cutOffs.add(judged.round());
        }

        Optional<String> cutOff() {
            return cutOffs.sentence();
        }

        boolean mayHold() {
            return tally.tally().violated() == 0 && tally.tally().held() > 0;
        }

        boolean mayTellOverlap() {
            return mayHold() && Ruling.areEnoughToTell(overlaps.rounds());
        }
    }

    /** Takes away what the rounds left, as far as the scenarios say how; answers what came of it in a sentence. */
    public Optional<String> cleanUp() {
        return cleanup.run();
    }

    private ContestReport report(ScenarioFile scenario, Duration took, Seen seen, Course course) {
        ContestTally tally = seen.tally();
        RoundPicture picture = new RoundPicture(new Presentable(deployment.secrets()));
        List<Witness> witnesses = tally.witnesses().stream()
                .map(judged -> picture.of(
                        judged,
                        settings.replay().apply(scenario.name(), judged.round().number())))
                .toList();
        ContestReport report = new ContestReport(
                scenario.name(),
                scenario.title(),
                scenario.source(),
                new DeploymentInfo(
                        settings.label(),
                        deployment.endpoint().toString(),
                        database.map(Database::description),
                        settings.expected()),
                settings.release().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                took,
                tally.tally(),
                course,
                seen.arrivals().spread(),
                tally.brokenRules(),
                tally.causes(),
                settings.sweep().isPresent() ? tally.sweep() : List.of(),
                witnesses);
        return Texts.in(report, deployment.secrets()::maskTokens);
    }
}
