package dev.photofinish.scenarios.race;

import dev.photofinish.reports.ContestReport;
import dev.photofinish.reports.DeploymentInfo;
import dev.photofinish.reports.Spread;
import dev.photofinish.reports.Verdict;
import dev.photofinish.reports.Witness;
import dev.photofinish.scenarios.deployment.CannotSignIn;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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

    /** So many rounds without a verdict, one after the other, mean that the deployment is gone; more would say no more. */
    private static final int HOPELESS = 10;

    private final Deployment deployment;
    private final Optional<Database> database;
    private final RaceSettings settings;
    private final Cleanup cleanup;

    public Race(Deployment deployment, Optional<Database> database, RaceSettings settings) {
        this.deployment = deployment;
        this.database = database;
        this.settings = settings;
        this.cleanup = new Cleanup(deployment);
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
        ContestTally tally = new ContestTally();
        Arrivals arrivals = new Arrivals(deployment.system().arrived());
        RoundJudge judge = new RoundJudge(
                scenario,
                InvariantChecks.on(database, Optional.of(deployment)),
                deployment.system().secrets());
        try (RoundRunner runner = RoundRunner.of(scenario, deployment, database, settings)) {
            int withoutVerdict = 0;
            for (RoundPlan plan : RoundPlan.of(scenario, settings)) {
                if (stop.getAsBoolean() || withoutVerdict == HOPELESS) {
                    break;
                }
                Round round = runner.run(plan);
                cleanup.owe(scenario, round.scope());
                JudgedRound judged = judge.judge(round);
                withoutVerdict = judged.verdict() == Verdict.INCONCLUSIVE ? withoutVerdict + 1 : 0;
                tally.add(judged);
                arrivals.add(round);
                listener.judged(tally.tally());
            }
        }
        return report(scenario, Duration.ofNanos(System.nanoTime() - begun), tally, arrivals.spread());
    }

    /** Takes away what the rounds left, as far as the scenarios say how; answers what came of it in a sentence. */
    public Optional<String> cleanUp() {
        return cleanup.run();
    }

    private ContestReport report(ScenarioFile scenario, Duration took, ContestTally tally, Optional<Spread> spread) {
        RoundPicture picture = new RoundPicture(new Shown(deployment.system().secrets()));
        List<Witness> witnesses = tally.witnesses().stream()
                .map(judged -> picture.of(
                        judged,
                        settings.replay().apply(scenario.name(), judged.round().number())))
                .toList();
        return new ContestReport(
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
                spread,
                tally.brokenRules(),
                tally.causes(),
                settings.sweep().isPresent() ? tally.sweep() : List.of(),
                witnesses);
    }
}
