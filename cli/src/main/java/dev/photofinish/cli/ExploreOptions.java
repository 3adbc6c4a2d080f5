package dev.photofinish.cli;

import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.reports.Unsafe;
import dev.photofinish.scenarios.explore.Fresh;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** Which schedules are run, and on what data. */
final class ExploreOptions {

    /** The violations that pct aims at: nearly all need two or three ordering constraints. */
    private static final int PCT_DEPTH = 3;

    /** Queues, timers and mails of most applications come within two seconds. */
    private static final Duration SETTLE = Duration.ofMillis(2500);

    private static final Duration SETTLE_OF_THE_REFERENCE = Duration.ofMillis(100);

    @Option(
            names = "--strategy",
            paramLabel = "HOW",
            converter = Strategies.class,
            description = {
                "reduced (default): one of each kind of schedules that end the same;",
                "exhaustive: every schedule; pct, random: --limit of them by chance."
            })
    Strategies.Kind strategy = Strategies.Kind.REDUCED;

    @Option(
            names = "--replay",
            paramLabel = "SCHEDULE",
            converter = Schedules.class,
            description = "Only this schedule, such as \"A B B A\".")
    Optional<Schedule> replay = Optional.empty();

    @Option(
            names = "--preemptions",
            paramLabel = "N",
            converter = Amounts.class,
            description = "Only schedules that interrupt a contender at most N times.")
    Optional<Integer> preemptions = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Counts.class,
            description = "At most so many schedules (default: ${DEFAULT-VALUE}).")
    int limit = (int) SearchSettings.DEFAULT.limit();

    @Option(
            names = "--together",
            paramLabel = "N",
            converter = Amounts.class,
            description = {
                "How often two commands that are not atomic towards each other are",
                "released at the same time (default: ${DEFAULT-VALUE})."
            })
    Integer together = SearchSettings.DEFAULT.together();

    @Option(
            names = "--strict",
            description = {
                "Two commands that are known to be unsafe towards each other, and were not caught at it, are a",
                "finding (exit code 1); without it they leave the scenario inconclusive (3)."
            })
    boolean strict;

    @Option(
            names = "--fresh",
            paramLabel = "HOW",
            converter = FreshChoices.class,
            description = {
                "restore (default): what was written is put back before each schedule;",
                "given: the given steps run again, for applications that keep data in memory."
            })
    Fresh fresh = Fresh.RESTORED;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            converter = Durations.class,
            description = {
                "How long to wait for what the application may still do after an answer, each time one",
                "came in a new way (default: 2500ms; with --reference, which does nothing then, 100ms)."
            })
    Optional<Duration> settle = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            converter = Seeds.class,
            description = "Repeats the random choices of an earlier run.")
    Optional<Long> givenSeed = Optional.empty();

    private final long chosenSeed = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

    long seed() {
        return givenSeed.orElse(chosenSeed);
    }

    /**
     * Before anybody is waited for.
     *
     * @param pairs of which each has the contenders A and B
     * @throws UsageProblem if the schedule is one of other contenders
     */
    void mustFit(ScenarioFile scenario, PairOptions pairs) {
        List<String> contenders = pairs.wanted()
                ? List.of("A", "B")
                : scenario.contenders().stream().map(Contender::name).toList();
        replay.ifPresent(schedule -> {
            List<String> strangers = schedule.contenders().stream()
                    .filter(name -> !contenders.contains(name))
                    .toList();
            if (!strangers.isEmpty()) {
                throw new UsageProblem(
                        "--replay \"" + schedule + "\" is a schedule with " + String.join(", ", strangers)
                                + "; the contenders of " + scenario.name() + " are " + String.join(", ", contenders)
                                + ". Each turn is one of them, or several at once: A+B.");
            }
        });
    }

    /** So that it is known even of a run that finds nothing; what makes no choice by chance needs none. */
    void announceSeed(Terminal terminal) {
        if (replay.isEmpty() && strategy.samples()) {
            terminal.say("Seed " + seed() + "; --seed " + seed() + " makes the same random choices again.");
        }
    }

    Strategy strategy() {
        return replay.<Strategy>map(Strategy.Replay::new).orElseGet(() -> switch (strategy) {
            case REDUCED -> new Strategy.Reduced();
            case EXHAUSTIVE -> new Strategy.Exhaustive();
            case PCT -> new Strategy.Pct(seed(), PCT_DEPTH, limit);
            case RANDOM -> new Strategy.Random(seed(), limit);
        });
    }

    /** For an application of which nothing is known. */
    Duration settle() {
        return settle.orElse(SETTLE);
    }

    Duration settleOfTheReference() {
        return settle.orElse(SETTLE_OF_THE_REFERENCE);
    }

    /** What two unsafe commands mean that were not caught at it. */
    Unsafe.Counts unsafe() {
        return strict ? Unsafe.Counts.AS_VIOLATION : Unsafe.Counts.AS_DOUBT;
    }

    SearchSettings settings() {
        return new SearchSettings(limit, preemptions, together, SearchSettings.DEFAULT.reproductions());
    }
}
