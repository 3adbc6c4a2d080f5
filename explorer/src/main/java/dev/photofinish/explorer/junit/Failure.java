package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Discovery;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.witness.Explanation;
import dev.photofinish.explorer.witness.Witness;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a failing test says. */
final class Failure {

    private Failure() {}

    /** Empty if everything was tried that was to be, and every rule held. */
    static Optional<String> of(String test, Strategy strategy, Exploration<Played> exploration) {
        List<Discovery<Played>> violations = exploration.discoveries().stream()
                .filter(discovery -> discovery.finding().weight() == Finding.Weight.VIOLATION)
                .toList();
        if (!violations.isEmpty()) {
            return Optional.of(violations.stream()
                    .map(violation -> violation(test, violation, exploration))
                    .collect(Collectors.joining("\n\n")));
        }
        return unproven(strategy, exploration);
    }

    private static String violation(String test, Discovery<Played> found, Exploration<Played> exploration) {
        Coverage coverage = exploration.coverage();
        Witness<Played> witness = found.witness();
        StringBuilder text = new StringBuilder();
        text.append("%s: %s%n".formatted(found.finding().rule(), witness.finding()));
        text.append(
                "Broken in %d of %d schedules that were run%s, first in number %d%s. The shortest, reproduced %d of %d times:%n%n"
                        .formatted(
                                found.schedules(),
                                coverage.run(),
                                sampled(found, coverage),
                                found.firstAt(),
                                found.serial() ? ", even with one call after the other" : "",
                                witness.reproduced(),
                                witness.attempts()));
        text.append(Columns.of(exploration.contenders(), witness.turns()));
        witness.result().ifPresent(played -> text.append(ending(played)));
        witness.explanation().ifPresent(why -> text.append("%n%s%s%n".formatted(named(why), why.sentence())));
        text.append("%nTo run only this schedule: -Dtest=%s -D%s=\"%s\"%n"
                .formatted(test, ExploringExtension.REPLAY, witness.schedule()));
        return text.toString();
    }

    private static String sampled(Discovery<Played> found, Coverage coverage) {
        return coverage.togetherRuns() == 0
                ? ""
                : " and %d of %d samples".formatted(found.sampled(), coverage.togetherRuns());
    }

    private static String ending(Played played) {
        String told = played.told().outcomes().entrySet().stream()
                .map(outcome -> outcome.getKey() + " " + words(outcome.getValue()))
                .collect(Collectors.joining(", "));
        String state = played.shown().entrySet().stream()
                .map(shown -> "%n%s: %s".formatted(shown.getKey(), shown.getValue()))
                .collect(Collectors.joining());
        return "%n%s%s%n".formatted(told, state);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Returned returned -> "was told " + returned.value();
            case Outcome.Threw threw -> "got " + threw.problem();
        };
    }

    /** A pass needs evidence. */
    private static Optional<String> unproven(Strategy strategy, Exploration<Played> exploration) {
        Coverage coverage = exploration.coverage();
        if (!exploration.obstacles().isEmpty()) {
            return Optional.of("Nothing can be claimed, something was in the way of %d schedules:%n%s"
                    .formatted(
                            coverage.diverged() + coverage.inconclusive(), String.join("\n", exploration.obstacles())));
        }
        if (!exploration.doubts().isEmpty()) {
            return Optional.of("Nothing can be claimed:%n%s".formatted(String.join("\n", exploration.doubts())));
        }
        boolean samples = !(strategy instanceof Strategy.Exhaustive || strategy instanceof Strategy.Reduced);
        if (coverage.complete() || samples) {
            return Optional.empty();
        }
        return Optional.of(
                ("No rule was broken in the %d that were run of up to %s schedules, and that proves nothing of the"
                    + " others. Raise the limit, bound the preemptions, or let a strategy sample: exploring.by(new"
                    + " Strategy.Pct(…)).")
                        .formatted(
                                coverage.run(),
                                coverage.outOf().map(String::valueOf).orElse("countless")));
    }

    private static String named(Explanation why) {
        return why.anomaly().map(name -> capitalised(name.title()) + ": ").orElse("");
    }

    private static String capitalised(String title) {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }
}
